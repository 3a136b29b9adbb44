import { addressOf } from '../../api/admin.ts'
import type { InputOf } from '../../../admin/contract.ts'

/** Where all that a search finds is had as a file. */
export function exportAddress(filters: Partial<InputOf<'searchRequests'>>, format: 'csv' | 'ndjson'): string {
  const [path, query] = addressOf('searchRequests', filters).split('?', 2)
  return `${path ?? ''}/export?${query === undefined ? '' : `${query}&`}format=${format}`
}
