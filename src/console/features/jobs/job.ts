import type { OutputOf } from '../../../admin/contract.ts'

/** Something that the server does on a schedule. */
export type Job = OutputOf<'listJobs'>['jobs'][number]
