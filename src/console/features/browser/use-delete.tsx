import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { formatCount } from '../../lib/format.ts'
import { deleteRows, markersOf, type NamedVersion } from './delete-rows.ts'
import { refreshListings } from './refresh-listings.ts'
import { isFolder } from './row.ts'
import { UndoMessage } from './undo-message.tsx'
import { useStartJobs } from './use-start-jobs.ts'
import type { ActionOptions } from './action-options.ts'

/** More are only deleted after a name has been typed, even where they could be brought back. */
const mostUnasked = 20
/** More are left to the server. */
const mostByHand = 1000
const undoMs = 15_000

/** Deletes the selection: at once where it can be undone, else after its name has been typed. */
export function useDelete({ place, access, selected, onDone, onJobs }: ActionOptions): () => void {
  const { t } = useTranslation('browser')
  const client = useQueryClient()
  const tellProblem = useTellProblem()
  const startJobs = useStartJobs(place)
  const count = selected.length
  const isForGood = selected.some(({ versionId }) => versionId !== undefined) || !access.isVersioned
  const isJob = selected.some(isFolder) || (count > mostByHand && !place.showVersions)

  const undo = async (markers: readonly NamedVersion[]): Promise<void> => {
    await deleteRows(place, markers)
    await refreshListings(client)
  }
  const tellDeleted = (done: number, markers: readonly NamedVersion[]): void => {
    const text = t('delete.done', { count: done, number: formatCount(done) })
    const id = notifications.show({
      autoClose: undoMs,
      message: (
        <UndoMessage
          text={text}
          onUndo={
            markers.length === 0
              ? undefined
              : () => {
                  notifications.hide(id)
                  undo(markers).catch(tellProblem)
                }
          }
        />
      ),
    })
  }
  const deleteNow = async (): Promise<void> => {
    if (isJob) {
      await startJobs('delete', selected)
      onJobs()
    } else {
      const answer = await deleteRows(place, selected)
      if (answer.deleted.length > 0) tellDeleted(answer.deleted.length, isForGood ? [] : markersOf(answer))
      const [first] = answer.errors
      if (first)
        tellProblem(
          new Error(t('delete.refused', { count: answer.errors.length, key: first.key, why: first.message })),
        )
    }
    onDone()
    await refreshListings(client)
  }
  const start = (): void => {
    deleteNow().catch(tellProblem)
  }
  return () => {
    const [row] = selected
    if (!row) return
    if (!isForGood && !isJob && count <= mostUnasked) {
      start()
      return
    }
    confirmByTyping({
      title: t('delete.title', { count, number: formatCount(count) }),
      children: t(isForGood ? 'delete.forGood' : 'delete.byMarkers'),
      name: count === 1 && row.name !== '' ? row.name : place.bucket,
      action: t('actions.delete', { ns: 'common' }),
      onConfirm: start,
    })
  }
}
