import { useTranslation } from 'react-i18next'
import { askDestination } from './destination-form.tsx'
import { askName } from './rename-form.tsx'
import { useStartJobs } from './use-start-jobs.ts'
import type { Row } from './row.ts'
import type { ActionOptions } from './action-options.ts'

/** Copies, moves and renames, which the server does as jobs. */
export function useRelocate({ place, selected, onDone, onJobs }: ActionOptions) {
  const { t } = useTranslation('browser')
  const startJobs = useStartJobs(place)
  const finish = (): void => {
    onDone()
    onJobs()
  }
  const relocate = (action: 'copy' | 'move'): void =>
    askDestination({
      place,
      title: t(`destination.${action}`, { count: selected.length }),
      action: t(`destination.${action}Action`),
      hint: t(`destination.${action}Hint`),
      onChoose: (to) => startJobs(action, selected, to).then(finish),
    })
  const rename = (row: Row): void =>
    askName({
      place,
      row,
      title: t('rename.title', { name: row.name }),
      onRename: (key) => startJobs('move', [row], { key }).then(finish),
    })
  return { relocate, rename }
}
