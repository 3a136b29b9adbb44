import type { OutputOf } from '../../../../admin/contract.ts'

export type AccessKey = OutputOf<'listKeys'>['keys'][number]
