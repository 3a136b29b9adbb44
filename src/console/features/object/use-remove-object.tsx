import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { fileNameOf, folderOf, type ObjectPlace } from './object-place.ts'
import { useDeleteVersion } from './use-delete-version.ts'

/** Asks, deletes, and goes back to the bucket; what is kept as an older version can be brought back at once. */
export function useRemoveObject(place: ObjectPlace): () => unknown {
  const { t } = useTranslation(['object', 'common'])
  const { project, bucket, key, versionId } = place
  const { data } = useQuery(adminQuery('describeBucket', { project, name: bucket }))
  const tell = useTellProblem()
  const navigate = useNavigate()
  const deleteVersion = useDeleteVersion()
  const name = fileNameOf(key)
  const isKept = versionId === undefined && data?.versioning === 'enabled'
  const undo = (markerId: string, notice: string) => {
    notifications.hide(notice)
    void deleteVersion({ ...place, versionId: markerId }).then(
      () => notifications.show({ message: t('versions.undeleted', { name }) }),
      tell,
    )
  }
  const remove = async () => {
    const markerId = await deleteVersion(place)
    const notice = `deleted-${key}`
    notifications.show({
      id: notice,
      autoClose: 10_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{t('remove.done', { name })}</Text>
          {markerId !== undefined && (
            <Button size="compact-sm" variant="light" onClick={() => undo(markerId, notice)}>
              {t('remove.undo')}
            </Button>
          )}
        </Group>
      ),
    })
    const folder = folderOf(key)
    await navigate({
      to: '/projects/$project/buckets/$bucket',
      params: { project, bucket },
      search: folder === '' ? {} : { prefix: folder },
    })
  }
  const onConfirm = () => void remove().catch(tell)
  const askTwice = () =>
    confirmByTyping({
      title: t('remove.title'),
      children: t('remove.forGood'),
      name,
      action: t('common:actions.delete'),
      onConfirm,
    })
  const ask = () =>
    modals.openConfirmModal({
      title: t('remove.title'),
      children: <Text size="sm">{t('remove.kept', { name })}</Text>,
      labels: { confirm: t('common:actions.delete'), cancel: t('common:actions.cancel') },
      confirmProps: { color: 'red' },
      onConfirm,
    })
  return isKept ? ask : askTwice
}
