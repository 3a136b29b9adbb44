import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/admin.ts'
import { useTellProblem } from '../../components/problem-text.ts'
import { deleteRows } from './delete-rows.ts'
import { addressOf } from './place.ts'
import { refreshListings } from './refresh-listings.ts'
import type { Row } from './row.ts'
import type { ActionOptions } from './action-options.ts'

/** Brings back what was deleted, and older versions. */
export function useVersionChanges({ place, selected, onDone }: ActionOptions) {
  const { t } = useTranslation('browser')
  const client = useQueryClient()
  const tellProblem = useTellProblem()
  const finish = async (message: string): Promise<void> => {
    notifications.show({ message })
    onDone()
    await refreshListings(client)
  }
  return {
    undelete: (): void => {
      deleteRows(place, selected)
        .then(({ deleted }) => finish(t('versions.undeleted', { count: deleted.length })))
        .catch(tellProblem)
    },
    restore: ({ key, versionId }: Row): void => {
      if (versionId === undefined) return
      call('restoreVersion', { ...addressOf(place), key, versionId })
        .then(() => finish(t('versions.restored', { key })))
        .catch(tellProblem)
    },
  }
}
