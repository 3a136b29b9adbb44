import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { confirmByTyping } from '../../../components/confirm-by-typing.tsx'
import { useTellProblem } from '../../../components/problem-text.ts'
import { fileNameOf, type ObjectPlace } from '../object-place.ts'
import { useDeleteVersion } from '../use-delete-version.ts'

/** What can be done with a version that is named. */
export function useVersionChanges(place: ObjectPlace & { readonly versionId: string }) {
  const { t } = useTranslation('object')
  const tell = useTellProblem()
  const restoring = useAdminChange('restoreVersion', ['listVersions', 'describeObject', 'listObjects'])
  const deleteVersion = useDeleteVersion()
  const { project, bucket, key, versionId } = place
  const name = fileNameOf(key)
  const done = (message: string) => () => notifications.show({ message })
  const removeNow = (message: string) => void deleteVersion(place).then(done(message), tell)
  return {
    restore: () => {
      const onSuccess = done(t('versions.restored', { name }))
      restoring.mutate({ project, name: bucket, key, versionId }, { onSuccess, onError: tell })
    },
    undelete: () => removeNow(t('versions.undeleted', { name })),
    remove: () =>
      confirmByTyping({
        title: t('versions.delete'),
        children: t('versions.deleteHint'),
        name,
        action: t('versions.delete'),
        onConfirm: () => removeNow(t('versions.deleted')),
      }),
  }
}
