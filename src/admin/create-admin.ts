import { bucketCalls } from './calls/bucket-calls.ts'
import { eventCalls } from './calls/event-calls.ts'
import { keyCalls } from './calls/key-calls.ts'
import { kmsCalls } from './calls/kms-calls.ts'
import { projectCalls } from './calls/project-calls.ts'
import { verifyCalls } from './calls/verify-calls.ts'
import type { Admin, OutputOf } from './contract.ts'
import type { Core } from '../core/create-core.ts'

interface AdminParts {
  readonly core: Core
  readonly status: OutputOf<'getStatus'>
  /** Hears of what fails after its call was answered. */
  readonly onFault: (error: unknown) => void
  /** Ends what goes on after its call was answered. */
  readonly signal: AbortSignal
}

/** The calls of the admin API on a store in this process; they throw S3Error. */
export const createAdmin = ({ core, status, onFault, signal }: AdminParts): Admin => ({
  getStatus: () => Promise.resolve(status),
  ...projectCalls(core),
  ...keyCalls(core),
  ...bucketCalls(core),
  ...eventCalls(core),
  ...kmsCalls(core),
  ...verifyCalls({ core, onFault, signal }),
})
