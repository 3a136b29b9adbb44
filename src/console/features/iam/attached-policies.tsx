import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { ChooseAndAdd } from './choose-and-add.tsx'
import { iamQuery, useIamChange } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { inActions, whose, type Principal } from './principal.ts'
import { RemoveButton } from './remove-button.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'
import { usePolicyChoices } from './use-policy-choices.ts'

/** The managed policies that a user, group or role has. */
export function AttachedPolicies({ principal }: { readonly principal: Principal }) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const change = useIamChange(project)
  const word = inActions[principal.kind]
  const query = useQuery(iamQuery(project, `ListAttached${word}Policies`, whose(principal)))
  const detaching = useIamAction((PolicyArn: string) =>
    change(`Detach${word}Policy`, { ...whose(principal), PolicyArn }),
  )
  return (
    <Panel title={t('attached.title')} hint={t('attached.hint')}>
      <Queried query={query}>
        {({ AttachedPolicies: rows = [] }) => (
          <>
            {rows.length === 0 ? (
              <Text size="sm">{t('attached.none')}</Text>
            ) : (
              <DataTable
                label={t('attached.title')}
                minWidth={260}
                rows={rows}
                keyOf={({ PolicyArn = '' }) => PolicyArn}
                columns={[
                  {
                    title: t('columns.name'),
                    cell: ({ PolicyArn = '', PolicyName }) => (
                      <IamLink project={project} tab="policies" name={PolicyArn}>
                        {PolicyName}
                      </IamLink>
                    ),
                  },
                  {
                    title: t('columns.actions'),
                    align: 'right',
                    cell: ({ PolicyArn = '', PolicyName = '' }) =>
                      isChangeable && (
                        <RemoveButton
                          label={t('attached.detach', { name: PolicyName })}
                          onClick={() => detaching.mutate(PolicyArn)}
                        />
                      ),
                  },
                ]}
              />
            )}
            {isChangeable && (
              <AttachPolicy principal={principal} attached={rows.map(({ PolicyArn }) => PolicyArn)} />
            )}
          </>
        )}
      </Queried>
    </Panel>
  )
}

interface AttachPolicyProps {
  readonly principal: Principal
  readonly attached: readonly (string | undefined)[]
}

function AttachPolicy({ principal, attached }: AttachPolicyProps) {
  const { t } = useTranslation('iam')
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const choices = usePolicyChoices(attached)
  return (
    <ChooseAndAdd
      label={t('attached.choose')}
      choices={choices}
      nothingFound={t('attached.nothingFound')}
      action={t('attached.attach')}
      onAdd={(PolicyArn) =>
        change(`Attach${inActions[principal.kind]}Policy`, { ...whose(principal), PolicyArn })
      }
    />
  )
}
