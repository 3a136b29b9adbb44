import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { formatBytes, formatCount } from '../../lib/format.ts'
import { heldBytes, type Bucket } from './bucket.ts'

const shown = ['listBuckets', 'describeBucket', 'listProjects', 'getProject'] as const

/** Deleting a bucket: when it is empty, or with everything in it. */
export function useBucketDeletion(bucket: Bucket) {
  const { t } = useTranslation('projects')
  const onError = useTellProblem()
  const deleteEmpty = useAdminChange('deleteBucket', ['listBuckets', 'listProjects', 'getProject'])
  const deleteAll = useAdminChange('deleteBucketWithEverything', shown)
  const { name, project } = bucket
  return {
    confirmDeletion: () => {
      confirmByTyping({
        title: t('deleteBucket.title', { name }),
        children: t('deleteBucket.text'),
        name,
        action: t('delete.item'),
        onConfirm: () => {
          deleteEmpty.mutate({ name, project }, { onError })
        },
      })
    },
    confirmDeletionOfAll: () => {
      confirmByTyping({
        title: t('deleteBucket.allTitle', { name }),
        children: t('deleteBucket.allText', {
          objects: formatCount(bucket.objects),
          bytes: formatBytes(heldBytes(bucket)),
        }),
        name,
        action: t('deleteAll.item'),
        onConfirm: () => {
          deleteAll.mutate({ name, project, confirm: name }, { onError })
        },
      })
    },
  }
}
