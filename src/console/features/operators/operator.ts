import type { OutputOf } from '../../../admin/contract.ts'

export type Operator = OutputOf<'listOperators'>['operators'][number]
