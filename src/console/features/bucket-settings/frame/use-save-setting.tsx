import { Anchor } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { bucketOf, type BucketPlace } from './bucket-place.ts'
import type { SettingName } from '../../../../admin/contract/bucket-settings.ts'

/** Puts a document on the bucket, or takes it away by null; what was there before is a click away. */
export function useSaveSetting(place: BucketPlace, setting: SettingName) {
  const { t } = useTranslation('settings')
  const change = useAdminChange('putBucketSetting', ['getBucketSetting', 'describeBucket'])

  /** Whoever has called may be gone when it is done: the editor begins anew with what is saved. */
  function save(document: object | null, before?: object | null) {
    change.mutateAsync({ ...bucketOf(place), setting, document: document && { ...document } }).then(
      () => tellSaved(document ? t('frame.saved') : t('frame.removed'), before),
      () => undefined, // `problem` tells it.
    )
  }

  function tellSaved(title: string, before: object | null | undefined) {
    const id = randomId()
    const undo = () => {
      notifications.hide(id)
      save(before ?? null)
    }
    const message = before && (
      <Anchor component="button" size="sm" onClick={undo}>
        {t('frame.undo')}
      </Anchor>
    )
    notifications.show({ id, color: 'teal', title, message })
  }

  return { save, isSaving: change.isPending, problem: change.error }
}
