import { apiKeyCalls } from './calls/api-key-calls.ts'
import { auditCalls } from './calls/audit-calls.ts'
import { bucketCalls } from './calls/bucket-calls.ts'
import { deliveryCalls } from './calls/delivery-calls.ts'
import { explainCalls } from './calls/explain-calls.ts'
import { eventCalls } from './calls/event-calls.ts'
import { keyCalls } from './calls/key-calls.ts'
import { kmsCalls } from './calls/kms-calls.ts'
import { linkCalls } from './calls/link-calls.ts'
import { operatorCalls } from './calls/operator-calls.ts'
import { passkeyCalls } from './calls/passkey-calls.ts'
import { passkeySignInCalls } from './calls/passkey-sign-in-calls.ts'
import { projectCalls } from './calls/project-calls.ts'
import { requestCalls } from './calls/request-calls.ts'
import { secondFactorCalls } from './calls/second-factor-calls.ts'
import { sessionCalls } from './calls/session-calls.ts'
import { statisticsCalls } from './calls/statistics-calls.ts'
import { systemCalls } from './calls/system-calls.ts'
import { temporaryKeyCalls } from './calls/temporary-key-calls.ts'
import { verifyCalls } from './calls/verify-calls.ts'
import type { AdminCalls } from './call-context.ts'
import type { OutputOf } from './contract.ts'
import type { JobControl } from './job-control.ts'
import type { Core } from '../core/create-core.ts'

interface AdminParts {
  readonly core: Core
  readonly status: OutputOf<'getStatus'>
  readonly jobs: JobControl
  /** Of the OIDC provider that operators may sign in with. */
  readonly oidcHost?: string | undefined
  /** Hears of what fails after its call was answered. */
  readonly onFault: (error: unknown) => void
  /** Ends what goes on after its call was answered. */
  readonly signal: AbortSignal
}

/** The calls of the admin API on a store in this process. */
export const createAdmin = ({ core, status, jobs, oidcHost, onFault, signal }: AdminParts): AdminCalls => ({
  getStatus: () => Promise.resolve(status),
  ...projectCalls({ core, onFault, signal }),
  ...keyCalls(core),
  ...apiKeyCalls(core),
  ...linkCalls(core),
  ...temporaryKeyCalls(core),
  ...bucketCalls(core),
  ...deliveryCalls(core),
  ...eventCalls(core),
  ...kmsCalls(core),
  ...verifyCalls({ core, onFault, signal }),
  ...operatorCalls(core),
  ...sessionCalls(core, oidcHost),
  ...secondFactorCalls(core),
  ...passkeyCalls(core),
  ...passkeySignInCalls(core),
  ...auditCalls(core),
  ...requestCalls(core),
  ...statisticsCalls(core),
  ...systemCalls({ status, jobs }),
  ...explainCalls(core),
})
