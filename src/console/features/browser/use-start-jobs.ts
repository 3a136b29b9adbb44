import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/admin.ts'
import { addressOf, type Place } from './place.ts'
import { inChunks } from './in-chunks.ts'
import { isFolder, type Row } from './row.ts'
import type { InputOf } from '../../../admin/contract.ts'

type JobInput = InputOf<'startObjectJob'>

/** Has the server do something with rows: one job, or several where there are very many. */
export function useStartJobs(place: Place) {
  const client = useQueryClient()
  return async (action: JobInput['action'], rows: readonly Row[], to?: JobInput['to']): Promise<void> => {
    for (const some of inChunks(rows)) {
      const keys = some.filter((row) => !isFolder(row)).map(({ key }) => key)
      const prefixes = some.filter(isFolder).map(({ key }) => key)
      await call('startObjectJob', { ...addressOf(place), action, keys, prefixes, ...(to && { to }) })
    }
    await client.invalidateQueries({ queryKey: ['listObjectJobs'] })
  }
}
