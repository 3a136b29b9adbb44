import { Stack, TextInput } from '@mantine/core'
import { IconBucket, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { MorePages } from '../../components/more-pages.tsx'
import { Queried } from '../../components/queried.tsx'
import { BucketPages } from './bucket-pages.tsx'
import { useBuckets } from './use-buckets.ts'
import type { Bucket } from './bucket.ts'

/** Buckets by name, of one project or of all; more are asked for when there are more than an answer holds. */
export function BucketList({ project }: { readonly project?: string }) {
  const { t } = useTranslation('projects')
  const query = useBuckets(project)
  return (
    <Stack>
      <Queried query={query}>
        {({ pages }) => {
          const buckets = pages.flatMap((page) => page.buckets)
          return buckets.length === 0 && !query.hasNextPage ? (
            <EmptyState icon={IconBucket} title={t('buckets.empty')}>
              {t('buckets.emptyHint')}
            </EmptyState>
          ) : (
            <FilteredBuckets buckets={buckets} project={project} />
          )
        }}
      </Queried>
      <MorePages query={query} />
    </Stack>
  )
}

interface FilteredBucketsProps {
  readonly buckets: readonly Bucket[]
  readonly project: string | undefined
}

function FilteredBuckets({ buckets, project }: FilteredBucketsProps) {
  const { t } = useTranslation('projects')
  const [filter, setFilter] = useState('')
  const found = buckets.filter(({ name }) => name.includes(filter.trim().toLowerCase()))
  return (
    <>
      <TextInput
        type="search"
        aria-label={t('buckets.filter')}
        placeholder={t('buckets.filter')}
        leftSection={<IconSearch size={16} />}
        value={filter}
        onChange={(event) => {
          setFilter(event.currentTarget.value)
        }}
        maw={360}
      />
      <BucketPages key={filter} buckets={found} listed={project} />
    </>
  )
}
