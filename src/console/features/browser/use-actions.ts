import { offeredActions, type ActionName, type SelectionAction } from './selection-actions.ts'
import { useDelete } from './use-delete.tsx'
import { useDownload } from './use-download.ts'
import { useOpenRow } from './use-open-row.ts'
import { useRelocate } from './use-relocate.ts'
import { useVersionChanges } from './use-version-changes.ts'
import type { ActionOptions } from './action-options.ts'

export interface RunnableAction extends SelectionAction {
  readonly run: () => void
}

/** What can be done with the selection, ready to run. */
export function useActions(options: ActionOptions): readonly RunnableAction[] {
  const { access, selected } = options
  const open = useOpenRow()
  const download = useDownload(options)
  const remove = useDelete(options)
  const { relocate, rename } = useRelocate(options)
  const { restore, undelete } = useVersionChanges(options)
  const [row] = selected
  if (!row) return []
  const runs: Readonly<Record<ActionName, () => void>> = {
    open: () => open(row),
    download,
    share: () => open(row, 'share'),
    copy: () => relocate('copy'),
    move: () => relocate('move'),
    rename: () => rename(row),
    restore: () => restore(row),
    undelete,
    delete: remove,
    deleteForGood: remove,
  }
  return offeredActions(selected, access.canChange).map((action) => ({ ...action, run: runs[action.name] }))
}
