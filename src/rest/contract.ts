import { z } from 'zod'
import { fileEndpoints } from './contract/files.ts'
import { linkEndpoints } from './contract/links.ts'
import { objectEndpoints } from './contract/objects.ts'

/** Every call: the routes and the OpenAPI document are made from this table. */
export const endpoints = { ...objectEndpoints, ...linkEndpoints, ...fileEndpoints }

export type EndpointName = keyof typeof endpoints
export type InputOf<Name extends EndpointName> = z.output<(typeof endpoints)[Name]['input']>
export type OutputOf<Name extends EndpointName> = (typeof endpoints)[Name] extends {
  readonly output?: infer Output extends z.ZodType
}
  ? z.output<Output>
  : undefined

/** The body of every answer with a status of 400 or more. */
export const refusalSchema = z.object({ status: z.literal('error'), code: z.string(), message: z.string() })

export const endpointNames = Object.keys(endpoints) as readonly EndpointName[]
