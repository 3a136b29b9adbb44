import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { UsageBar } from '../../../components/usage-bar.tsx'
import { formatBytes, formatCount, formatMoment } from '../../../lib/format.ts'
import type { OutputOf } from '../../../../admin/contract.ts'

interface BucketFactsProps {
  readonly bucket: OutputOf<'describeBucket'>
}

/** What is known of a bucket, and how full it is. */
export function BucketFacts({ bucket }: BucketFactsProps) {
  const { t } = useTranslation('settings')
  const { name, project, region, createdAt, objects, bytes, partBytes, quota } = bucket
  const facts = [
    [t('general.name'), name],
    [t('general.project'), project],
    [t('general.region'), region],
    [t('general.created'), formatMoment(createdAt)],
    [t('general.address'), `arn:aws:s3:::${name}`],
    [t('general.parts'), formatBytes(partBytes)],
  ] as const
  return (
    <Stack gap="md">
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="md" m={0}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <UsageBar
          label={t('general.bytes')}
          used={bytes + partBytes}
          limit={quota.bytes}
          format={formatBytes}
        />
        <UsageBar label={t('general.objects')} used={objects} limit={quota.objects} format={formatCount} />
      </SimpleGrid>
    </Stack>
  )
}
