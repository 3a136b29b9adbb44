import { useQuery } from '@tanstack/react-query'
import { adminQuery } from '../../api/queries.ts'
import { addressOf, type Place } from './place.ts'
import type { OutputOf } from '../../../admin/contract.ts'

export type ObjectJob = OutputOf<'listObjectJobs'>['jobs'][number]

const whileRunningMs = 1000

export const isOpen = ({ state }: ObjectJob): boolean => state === 'queued' || state === 'running'

/** What the server is at in a bucket, asked for every second as long as there is something. */
export function useObjectJobs(place: Pick<Place, 'project' | 'bucket'>) {
  const query = useQuery({
    ...adminQuery('listObjectJobs', addressOf(place)),
    refetchInterval: ({ state }) => (state.data?.jobs.some(isOpen) === true ? whileRunningMs : false),
  })
  return { query, running: query.data?.jobs.filter(isOpen) ?? [] }
}
