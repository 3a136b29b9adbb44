import { Group, Pagination, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../lib/format.ts'
import { BucketsTable } from './buckets-table.tsx'
import type { Bucket } from './bucket.ts'

/** What is set on a bucket is asked for each that is shown, so few are shown at once. */
const perPage = 25

interface BucketPagesProps {
  readonly buckets: readonly Bucket[]
  /** The project whose buckets are listed; undefined: those of all. */
  readonly listed: string | undefined
}

export function BucketPages({ buckets, listed }: BucketPagesProps) {
  const { t } = useTranslation('projects')
  const [page, setPage] = useState(1)
  const pages = Math.ceil(buckets.length / perPage)
  // Deleting the last one of the last page leaves that page.
  const shown = Math.min(page, Math.max(pages, 1))
  if (buckets.length === 0) return <Text role="status">{t('buckets.noneFound')}</Text>
  return (
    <Stack>
      <BucketsTable buckets={buckets.slice((shown - 1) * perPage, shown * perPage)} listed={listed} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {t('buckets.found', { buckets: formatCount(buckets.length) })}
        </Text>
        {pages > 1 && (
          <Pagination
            total={pages}
            value={shown}
            onChange={setPage}
            size="sm"
            getControlProps={(control) => ({ 'aria-label': t(`buckets.page.${control}`) })}
            getItemProps={(number) => ({ 'aria-label': t('buckets.page.item', { number }) })}
          />
        )}
      </Group>
    </Stack>
  )
}
