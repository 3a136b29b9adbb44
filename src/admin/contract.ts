import { z } from 'zod'
import { statusEndpoints } from './contract/status.ts'
import { projectEndpoints } from './contract/projects.ts'
import { keyEndpoints } from './contract/keys.ts'
import { kmsKeyEndpoints } from './contract/kms-keys.ts'
import { bucketEndpoints } from './contract/buckets.ts'
import { eventEndpoints } from './contract/events.ts'
import { verifyEndpoints } from './contract/verify.ts'

/** Every call: the handler, the client and the OpenAPI document are made from this table. */
export const endpoints = {
  ...statusEndpoints,
  ...projectEndpoints,
  ...keyEndpoints,
  ...kmsKeyEndpoints,
  ...bucketEndpoints,
  ...eventEndpoints,
  ...verifyEndpoints,
}

export type EndpointName = keyof typeof endpoints
export type InputOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['input']>
export type OutputOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['output']>

/** What operators can do, here or through the API. */
export type Admin = {
  readonly [Name in EndpointName]: (input: InputOf<Name>) => Promise<OutputOf<Name>>
}

/** The body of every answer with a status of 400 or more. */
export const problemSchema = z.object({ code: z.string(), message: z.string() })

export const endpointNames = Object.keys(endpoints) as readonly EndpointName[]
