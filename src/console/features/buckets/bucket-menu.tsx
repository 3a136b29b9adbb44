import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconLink, IconSettings, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useBucketDeletion } from './use-bucket-deletion.ts'
import type { Bucket } from './bucket.ts'

interface BucketMenuProps {
  readonly bucket: Bucket
  readonly mayDelete: boolean
}

export function BucketMenu({ bucket, mayDelete }: BucketMenuProps) {
  const { t } = useTranslation('projects')
  const navigate = useNavigate()
  const params = { project: bucket.project, bucket: bucket.name }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('menu', { name: bucket.name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconSettings size={16} />}
          onClick={() =>
            void navigate({ to: '/projects/$project/buckets/$bucket/settings', params, search: {} })
          }
        >
          {t('buckets.settings')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLink size={16} />}
          onClick={() => void navigate({ to: '/projects/$project/buckets/$bucket/links', params })}
        >
          {t('buckets.links')}
        </Menu.Item>
        {mayDelete && <DeletionItems bucket={bucket} />}
      </Menu.Dropdown>
    </Menu>
  )
}

function DeletionItems({ bucket }: { readonly bucket: Bucket }) {
  const { t } = useTranslation('projects')
  const { confirmDeletion, confirmDeletionOfAll } = useBucketDeletion(bucket)
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconTrash size={16} />}
        disabled={bucket.objects > 0}
        onClick={confirmDeletion}
      >
        {t('delete.item')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size={16} />}
        c="var(--mantine-color-error)"
        onClick={confirmDeletionOfAll}
      >
        {t('deleteAll.item')}
      </Menu.Item>
    </>
  )
}
