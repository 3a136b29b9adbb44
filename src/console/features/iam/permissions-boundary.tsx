import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../components/panel.tsx'
import { ChooseAndAdd } from './choose-and-add.tsx'
import { useIamChange } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { nameInArn } from './policy-arn.ts'
import { inActions, type Principal } from './principal.ts'
import { RemoveButton } from './remove-button.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'
import { usePolicyChoices } from './use-policy-choices.ts'

interface PermissionsBoundaryProps {
  /** Groups have none. */
  readonly principal: Principal & { readonly kind: 'user' | 'role' }
  /** Of the policy; undefined: there is no boundary. */
  readonly arn: string | undefined
}

/** The policy that bounds what all others allow. */
export function PermissionsBoundary({ principal, arn }: PermissionsBoundaryProps) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const change = useIamChange(project)
  const { kind, name } = principal
  const word = inActions[kind]
  const whose = kind === 'user' ? { UserName: name } : { RoleName: name }
  const choices = usePolicyChoices([arn])
  const removing = useIamAction(() => change(`Delete${word}PermissionsBoundary`, whose))
  return (
    <Panel title={t('boundary.title')} hint={t('boundary.hint')}>
      {arn === undefined ? (
        <Text size="sm">{t('boundary.none')}</Text>
      ) : (
        <Group justify="space-between">
          <IamLink project={project} tab="policies" name={arn}>
            {nameInArn(arn)}
          </IamLink>
          {isChangeable && <RemoveButton label={t('boundary.remove')} onClick={() => removing.mutate()} />}
        </Group>
      )}
      {isChangeable && (
        <ChooseAndAdd
          label={t('boundary.choose')}
          choices={choices}
          nothingFound={t('attached.nothingFound')}
          action={t('boundary.set')}
          onAdd={(PermissionsBoundary) =>
            change(`Put${word}PermissionsBoundary`, { ...whose, PermissionsBoundary })
          }
        />
      )}
    </Panel>
  )
}
