import { Badge, Skeleton, Stack, Text } from '@mantine/core'
import { IconLock, IconWorld, IconWorldExclamation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { useBuckets } from './use-buckets.ts'
import { formatBytes, formatCount } from '../../lib/format.ts'
import type { Bucket } from './bucket.ts'
import type { OutputOf } from '../../../admin/contract.ts'

type Deletion = NonNullable<OutputOf<'describeBucket'>['deletion']>

const looks = {
  private: { color: 'gray', Picture: IconLock },
  'public-read': { color: 'orange', Picture: IconWorld },
  'partly-public': { color: 'orange', Picture: IconWorldExclamation },
} as const

const askAgainMs = 2000

interface BucketVisibilityProps {
  readonly bucket: Bucket
  /** The project whose buckets are listed; undefined: those of all. */
  readonly listed: string | undefined
}

/** Who may read a bucket, or how far its deletion has come. */
export function BucketVisibility({ bucket: { name, project }, listed }: BucketVisibilityProps) {
  const { t } = useTranslation('projects')
  const { data, isError } = useQuery({
    ...adminQuery('describeBucket', { name, project }),
    refetchInterval: ({ state }) => (state.data?.deletion ? askAgainMs : false),
  })
  if (isError && !data) return <Text size="sm">{t('visibility.unknown')}</Text>
  if (!data) return <Skeleton height={18} width={90} />
  if (data.deletion) return <BucketDeletion deletion={data.deletion} listed={listed} />
  const { color, Picture } = looks[data.visibility]
  return (
    <Badge color={color} variant="light" leftSection={<Picture size={12} />}>
      {t(`visibility.${data.visibility}`)}
    </Badge>
  )
}

interface BucketDeletionProps {
  readonly deletion: Deletion
  readonly listed: string | undefined
}

function BucketDeletion({ deletion, listed }: BucketDeletionProps) {
  const { t } = useTranslation('projects')
  // Until the bucket is gone from it.
  useBuckets(listed, { everyMs: askAgainMs })
  const { state, problem, objects, bytes } = deletion
  const gone = { objects: formatCount(objects), bytes: formatBytes(bytes), problem }
  return (
    <Stack gap={2} align="flex-start">
      <Badge color="red" variant="light">
        {t('state.deleting')}
      </Badge>
      <Text size="xs" role="status">
        {t(`deletion.${state}`, gone)}
      </Text>
    </Stack>
  )
}
