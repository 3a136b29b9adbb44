import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../../api/admin.ts'
import type { OutputOf } from '../../../admin/contract.ts'

export type AuditEntry = OutputOf<'listAudit'>['entries'][number]

/** As the address of the page has it. */
export interface AuditSearch {
  readonly project?: string
  readonly actor?: string
  readonly call?: string
  readonly outcome?: string
  readonly since?: string
  readonly until?: string
}

const pageSize = 100
const firstPage: { readonly before?: number } = {}

/** Administrative actions, newest first, page by page. */
export const auditPages = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['listAudit', search, 'pages'] as const,
    queryFn: ({ signal, pageParam }) =>
      call('listAudit', { ...search, ...pageParam, limit: pageSize }, signal),
    initialPageParam: firstPage,
    getNextPageParam: ({ next }) => (next === null ? undefined : { before: next }),
  })
