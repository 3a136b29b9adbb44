import { z } from 'zod'
import { statusEndpoints } from './contract/status.ts'
import { projectEndpoints } from './contract/projects.ts'
import { keyEndpoints } from './contract/keys.ts'
import { apiKeyEndpoints } from './contract/api-keys.ts'
import { linkEndpoints } from './contract/links.ts'
import { temporaryKeyEndpoints } from './contract/temporary-keys.ts'
import { kmsKeyEndpoints } from './contract/kms-keys.ts'
import { bucketEndpoints } from './contract/buckets.ts'
import { bucketSettingEndpoints } from './contract/bucket-settings.ts'
import { iamEndpoints } from './contract/iam.ts'
import { memberEndpoints } from './contract/members.ts'
import { deliveryEndpoints } from './contract/delivery.ts'
import { auditEndpoints } from './contract/audit.ts'
import { explainEndpoints } from './contract/explain.ts'
import { operatorEndpoints } from './contract/operators.ts'
import { passkeyEndpoints } from './contract/passkeys.ts'
import { requestEndpoints } from './contract/requests.ts'
import { secondFactorEndpoints } from './contract/second-factor.ts'
import { sessionEndpoints } from './contract/session.ts'
import { statisticsEndpoints } from './contract/statistics.ts'
import { systemEndpoints } from './contract/system.ts'
import { eventEndpoints } from './contract/events.ts'
import { bucketEventEndpoints } from './contract/bucket-events.ts'
import { verifyEndpoints } from './contract/verify.ts'
import { objectEndpoints } from './contract/objects.ts'
import { objectVersionEndpoints } from './contract/object-versions.ts'
import { objectRestoreEndpoints } from './contract/object-restores.ts'
import { uploadEndpoints } from './contract/uploads.ts'
import { objectJobEndpoints } from './contract/object-jobs.ts'

/** Every call: the handler, the client and the OpenAPI document are made from this table. */
export const endpoints = {
  ...statusEndpoints,
  ...projectEndpoints,
  ...keyEndpoints,
  ...apiKeyEndpoints,
  ...linkEndpoints,
  ...temporaryKeyEndpoints,
  ...kmsKeyEndpoints,
  ...bucketEndpoints,
  ...bucketSettingEndpoints,
  ...iamEndpoints,
  ...memberEndpoints,
  ...deliveryEndpoints,
  ...objectEndpoints,
  ...objectVersionEndpoints,
  ...objectRestoreEndpoints,
  ...uploadEndpoints,
  ...objectJobEndpoints,
  ...eventEndpoints,
  ...bucketEventEndpoints,
  ...verifyEndpoints,
  ...operatorEndpoints,
  ...sessionEndpoints,
  ...secondFactorEndpoints,
  ...passkeyEndpoints,
  ...auditEndpoints,
  ...requestEndpoints,
  ...statisticsEndpoints,
  ...systemEndpoints,
  ...explainEndpoints,
}

export type EndpointName = keyof typeof endpoints
export type InputOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['input']>
export type OutputOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['output']>

/** What operators can do, here or through the API. */
export type Admin = {
  readonly [Name in EndpointName]: (input: InputOf<Name>) => Promise<OutputOf<Name>>
}

/** The body of every answer with a status of 400 or more. */
export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  /** Where in a document, such as `Statement[0].Action: s3:Nothing`. */
  place: z.string().optional(),
})

export const endpointNames = Object.keys(endpoints) as readonly EndpointName[]
