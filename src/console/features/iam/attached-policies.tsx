import { Button, Group, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { iamQuery, useIamChange } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { inActions, whose, type Principal } from './principal.ts'
import { RemoveButton } from './remove-button.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'

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

const mostPolicies = 1000

function AttachPolicy({ principal, attached }: AttachPolicyProps) {
  const { t } = useTranslation('iam')
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const [arn, setArn] = useState<string | null>(null)
  const { data } = useQuery(iamQuery(project, 'ListPolicies', { Scope: 'All', MaxItems: mostPolicies }))
  const attaching = useIamAction(async (PolicyArn: string) => {
    await change(`Attach${inActions[principal.kind]}Policy`, { ...whose(principal), PolicyArn })
    setArn(null)
  })
  const options = (data?.Policies ?? [])
    .filter(({ Arn }) => !attached.includes(Arn))
    .map(({ Arn = '', PolicyName = '' }) => ({ value: Arn, label: PolicyName }))
  return (
    <Group align="flex-end" gap="xs">
      <Select
        flex={1}
        miw={200}
        maw={420}
        size="xs"
        searchable
        label={t('attached.choose')}
        data={options}
        value={arn}
        onChange={setArn}
        nothingFoundMessage={t('attached.nothingFound')}
      />
      <Button
        size="xs"
        variant="default"
        disabled={arn === null}
        loading={attaching.isPending}
        onClick={() => arn !== null && attaching.mutate(arn)}
      >
        {t('attached.attach')}
      </Button>
    </Group>
  )
}
