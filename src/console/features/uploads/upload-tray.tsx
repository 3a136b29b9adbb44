import { ActionIcon, Collapse, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { UploadRows } from './upload-rows.tsx'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useRefreshedListings } from './use-refreshed-listings.ts'
import { totalsOf, useUploads } from './use-uploads.ts'
import { TrayActions } from './tray-actions.tsx'
import type { Upload, UploadState } from './upload.ts'

/** What needs someone comes first, what is done last. */
const order: readonly UploadState[] = ['failed', 'sending', 'paused', 'waiting', 'done']

const inOrder = (uploads: readonly Upload[]) =>
  uploads.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))

/** The uploads of this page, in a corner of every screen; nothing as long as there are none. */
export function UploadTray() {
  const { t } = useTranslation('browser')
  const [isOpen, { toggle }] = useDisclosure(true)
  const uploads = useUploads()
  const totals = totalsOf(uploads)
  useLeaveGuard(totals.underWay > 0)
  useRefreshedListings(uploads)
  if (totals.count === 0) return null
  const summary =
    totals.failed > 0
      ? t('upload.summaryFailed', { done: totals.done, all: totals.count, failed: totals.failed })
      : t('upload.summary', { done: totals.done, all: totals.count })
  return (
    <Paper
      component="section"
      aria-label={t('upload.tray')}
      withBorder
      shadow="md"
      p="sm"
      w="min(400px, calc(100vw - 16px))"
      style={{ position: 'fixed', insetInlineEnd: 8, bottom: 8, zIndex: 150 }}
    >
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" fw={600} role="status">
            {summary}
          </Text>
          <Group gap={4} wrap="nowrap">
            <TrayActions totals={totals} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-expanded={isOpen}
              aria-label={t(isOpen ? 'upload.hide' : 'upload.show')}
              onClick={toggle}
            >
              {isOpen ? <IconChevronDown size={18} /> : <IconChevronUp size={18} />}
            </ActionIcon>
          </Group>
        </Group>
        <Progress
          size="sm"
          value={totals.bytes === 0 ? 100 : (totals.sent / totals.bytes) * 100}
          {...(totals.failed > 0 && { color: 'red' })}
          aria-label={t('upload.progressOfAll')}
        />
        <Collapse expanded={isOpen}>
          <UploadRows uploads={inOrder(uploads)} />
        </Collapse>
      </Stack>
    </Paper>
  )
}
