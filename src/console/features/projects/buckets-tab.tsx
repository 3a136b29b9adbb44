import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../api/session.ts'
import { BucketList } from '../buckets/bucket-list.tsx'
import { CreateBucketButton } from '../buckets/create-bucket-button.tsx'
import type { Project } from './project.ts'

export function BucketsTab({ project: { name, state } }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const mayCreate = mayChange(useSession(), name) && state === 'active'
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('buckets.hint')}
        </Text>
        {mayCreate && <CreateBucketButton project={name} />}
      </Group>
      <BucketList project={name} />
    </Stack>
  )
}
