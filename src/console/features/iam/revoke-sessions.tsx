import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconClockX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/admin.ts'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { Panel } from '../../components/panel.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'

interface RevokeSessionsProps {
  readonly kind: 'user' | 'role'
  readonly name: string
}

/** Ends the temporary keys that were given out until now. */
export function RevokeSessions({ kind, name }: RevokeSessionsProps) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const revocation = useIamAction(async () => {
    await call('revokeSessions', { project, kind, name })
    notifications.show({ color: 'green', message: t('sessions.revoked') })
  })
  if (!isChangeable) return undefined
  const confirm = () =>
    confirmByTyping({
      title: t('sessions.revoke'),
      children: t('sessions.warning'),
      name,
      action: t('sessions.revoke'),
      onConfirm: () => revocation.mutate(),
    })
  return (
    <Panel
      title={t('sessions.title')}
      actions={
        <Button
          size="xs"
          color="red"
          variant="light"
          leftSection={<IconClockX size={16} aria-hidden />}
          loading={revocation.isPending}
          onClick={confirm}
        >
          {t('sessions.revoke')}
        </Button>
      }
    >
      <Text size="sm">{t('sessions.hint')}</Text>
    </Panel>
  )
}
