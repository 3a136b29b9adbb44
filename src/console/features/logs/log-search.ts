import { useNavigate, useSearch } from '@tanstack/react-router'
import type { InputOf } from '../../../admin/contract.ts'

type LogFilter =
  | 'project'
  | 'bucket'
  | 'operation'
  | 'status'
  | 'prefix'
  | 'error'
  | 'keyId'
  | 'requestId'
  | 'since'
  | 'until'

/** As the address of the page has it; what is absent is not asked about. */
export type LogSearch = Partial<Readonly<Record<LogFilter, string>>>

export const statusClasses = ['failed', '2xx', '3xx', '4xx', '5xx'] as const

type Filters = Partial<InputOf<'searchRequests'>>

/** The filters as the admin API takes them. */
export function filtersOf({ status, ...search }: LogSearch): Filters {
  const { project, bucket, operation, prefix, error, keyId, requestId, since, until } = search
  const given = { project, bucket, operation, prefix, error, keyId, requestId, since, until }
  const present = Object.entries(given).filter(([, value]) => value !== undefined && value !== '')
  return { ...Object.fromEntries(present), ...statusRange(status) }
}

/** `failed`, a class such as `4xx`, or one status. */
function statusRange(status: string | undefined): Filters {
  if (status === 'failed') return { leastStatus: 400 }
  const [, hundreds] = /^([1-5])xx$/.exec(status ?? '') ?? []
  if (hundreds !== undefined)
    return { leastStatus: Number(hundreds) * 100, mostStatus: Number(hundreds) * 100 + 99 }
  const exact = Number(status)
  return Number.isInteger(exact) && exact > 0 ? { leastStatus: exact, mostStatus: exact } : {}
}

export function useLogSearch() {
  const search = useSearch({ from: '/shell/logs' })
  const navigate = useNavigate()
  const { live, ...filters } = search
  return {
    filters,
    isLive: live !== undefined,
    show: (next: LogSearch) =>
      navigate({ to: '/logs', search: { ...next, ...(live !== undefined && { live }) } }),
    follow: (isLive: boolean) =>
      navigate({ to: '/logs', search: { ...filters, ...(isLive && { live: '1' }) } }),
  }
}
