import { operations, type OperationRow } from '../src/s3/operations.ts'
import type { OperationName } from '../src/s3/operation.ts'

/** What docs/operations.md says of an operation, and what conformance asks for a rule of. */
export type Support = 'full' | 'empty' | 'none'

export const operationNames = Object.keys(operations) as readonly OperationName[]

/** To read or delete a configuration that nobody can put is to be told that there is none. */
export function supportOf(name: OperationName): Support {
  const row: OperationRow = operations[name]
  if (!row.handler) return 'none'
  const put = putOf(name)
  return put && !put.handler ? 'empty' : 'full'
}

function putOf(name: OperationName): OperationRow | undefined {
  const [, noun] = /^(?:Get|Delete|List)(.+?)(?:Status)?$/.exec(name) ?? []
  const rows: Readonly<Record<string, OperationRow>> = operations
  return (
    rows[`Put${noun ?? ''}`] ??
    rows[`Put${noun ?? ''}Configuration`] ??
    rows[`Put${noun?.replace(/s$/, '') ?? ''}`]
  )
}
