import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { UsageBar } from '../../components/usage-bar.tsx'
import { formatBytes, formatCount } from '../../lib/format.ts'
import { heldBytes, type Project } from './project.ts'

/** What a project holds, against what it may. */
export function ProjectUsage({ project }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const { usage, quota } = project
  return (
    <Stack>
      <UsageBar label={t('quota.bytes')} used={heldBytes(project)} limit={quota.bytes} format={formatBytes} />
      <UsageBar label={t('quota.objects')} used={usage.objects} limit={quota.objects} format={formatCount} />
      <UsageBar label={t('quota.buckets')} used={usage.buckets} limit={quota.buckets} format={formatCount} />
    </Stack>
  )
}
