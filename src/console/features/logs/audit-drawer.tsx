import { Code, Drawer, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatSecond } from '../../lib/format.ts'
import { Outcome } from './audit-table.tsx'
import type { AuditEntry } from './audit-query.ts'

interface AuditDrawerProps {
  readonly entry: AuditEntry | undefined
  readonly onClose: () => void
}

/** What an action was asked with. */
export function AuditDrawer({ entry, onClose }: AuditDrawerProps) {
  const { t } = useTranslation('activity')
  return (
    <Drawer
      opened={entry !== undefined}
      onClose={onClose}
      position="right"
      title={entry?.call}
      closeButtonProps={{ 'aria-label': t('actions.close', { ns: 'common' }) }}
    >
      {entry && (
        <Stack gap="xs" align="flex-start">
          <Outcome outcome={entry.outcome} />
          <Text size="sm">
            {t('audit.sentence', {
              actor: entry.actor,
              address: entry.address,
              moment: formatSecond(entry.at),
            })}
          </Text>
          <Text size="sm" fw={500}>
            {t('audit.askedFor')}
          </Text>
          <Code block w="100%" tabIndex={0} style={{ overflowX: 'auto' }}>
            {JSON.stringify(entry.subject, undefined, 2)}
          </Code>
        </Stack>
      )}
    </Drawer>
  )
}
