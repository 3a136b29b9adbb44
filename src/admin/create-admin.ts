import { apiKeyCalls } from './calls/api-key-calls.ts'
import { auditCalls } from './calls/audit-calls.ts'
import { bucketEventCalls } from './calls/bucket-event-calls.ts'
import { bucketCalls } from './calls/bucket-calls.ts'
import { deliveryCalls } from './calls/delivery-calls.ts'
import { explainCalls } from './calls/explain-calls.ts'
import { eventCalls } from './calls/event-calls.ts'
import { iamCalls } from './calls/iam-calls.ts'
import { keyCalls } from './calls/key-calls.ts'
import { kmsCalls } from './calls/kms-calls.ts'
import { linkCalls } from './calls/link-calls.ts'
import { objectAttributeCalls } from './calls/object-attribute-calls.ts'
import { objectCalls } from './calls/object-calls.ts'
import { objectJobCalls } from './calls/object-job-calls.ts'
import { objectVersionCalls } from './calls/object-version-calls.ts'
import { objectRestoreCalls } from './calls/object-restore-calls.ts'
import { memberCalls } from './calls/member-calls.ts'
import { operatorCalls } from './calls/operator-calls.ts'
import { passkeyCalls } from './calls/passkey-calls.ts'
import { passkeySignInCalls } from './calls/passkey-sign-in-calls.ts'
import { presignCalls } from './calls/presign-calls.ts'
import { projectCalls } from './calls/project-calls.ts'
import { requestCalls } from './calls/request-calls.ts'
import { secondFactorCalls } from './calls/second-factor-calls.ts'
import { sessionCalls } from './calls/session-calls.ts'
import { settingCalls } from './calls/setting-calls.ts'
import { statisticsCalls } from './calls/statistics-calls.ts'
import { systemCalls } from './calls/system-calls.ts'
import { temporaryKeyCalls } from './calls/temporary-key-calls.ts'
import { uploadCalls } from './calls/upload-calls.ts'
import { uploadPartCalls } from './calls/upload-part-calls.ts'
import { verifyCalls } from './calls/verify-calls.ts'
import type { AwsOperations } from './aws-operations.ts'
import type { AdminCalls } from './call-context.ts'
import type { OutputOf } from './contract.ts'
import type { JobControl } from './job-control.ts'
import type { Core } from '../core/create-core.ts'
import type { S3Address } from './sign-urls.ts'

interface AdminParts {
  readonly core: Core
  readonly aws: AwsOperations
  readonly status: Omit<OutputOf<'getStatus'>, 's3Url'>
  readonly s3: S3Address
  readonly jobs: JobControl
  /** Of the OIDC provider that operators may sign in with. */
  readonly oidcHost?: string | undefined
  /** Under which clients reach files; undefined: the console's. */
  readonly filesUrl?: string | undefined
  /** Hears of what fails after its call was answered. */
  readonly onFault: (error: unknown) => void
  /** Ends what goes on after its call was answered. */
  readonly signal: AbortSignal
}

/** The calls of the admin API on a store in this process. */
export const createAdmin = ({
  core,
  aws,
  status,
  s3,
  jobs,
  oidcHost,
  filesUrl,
  onFault,
  signal,
}: AdminParts): AdminCalls => ({
  getStatus: (_, { origin }) => Promise.resolve({ ...status, s3Url: s3.s3Url(origin) }),
  ...projectCalls({ core, onFault, signal }),
  ...keyCalls(core),
  ...apiKeyCalls(core),
  ...linkCalls({ core, filesUrl }),
  ...objectCalls(core, signal),
  ...objectAttributeCalls(core),
  ...objectVersionCalls(core, signal),
  ...presignCalls(core, s3),
  ...uploadCalls(core),
  ...uploadPartCalls(core, s3),
  ...objectJobCalls({ core, onFault, signal }),
  ...objectRestoreCalls(core),
  ...temporaryKeyCalls(core),
  ...bucketCalls({ core, onFault, signal }),
  ...settingCalls({ core, aws }),
  ...iamCalls({ core, aws }),
  ...memberCalls(core),
  ...deliveryCalls(core),
  ...eventCalls(core),
  ...bucketEventCalls(core),
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
