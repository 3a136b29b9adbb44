import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { openForm } from '../../components/form-modal.tsx'
import { CreateBucket } from './create-bucket.tsx'

/** Opens the form for a new bucket, and then the bucket. Without a project the form asks for it. */
export function CreateBucketButton({ project }: { readonly project?: string }) {
  const { t } = useTranslation('projects')
  const navigate = useNavigate()
  const open = () => {
    openForm({
      title: t('createBucket.title'),
      form: (close) => (
        <CreateBucket
          {...(project !== undefined && { project })}
          onClose={close}
          onCreated={(bucket) =>
            void navigate({
              to: '/projects/$project/buckets/$bucket',
              params: { project: bucket.project, bucket: bucket.name },
              search: {},
            })
          }
        />
      ),
    })
  }
  return (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t('createBucket.button')}
    </Button>
  )
}
