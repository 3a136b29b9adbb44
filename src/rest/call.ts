import { S3Error } from '../core/errors.ts'
import type { Bearer } from '../core/api-keys/bearer.ts'
import type { Caller } from '../core/caller.ts'
import type { Core } from '../core/create-core.ts'
import type { EndpointName, InputOf, OutputOf } from './contract.ts'
import type { Exchange } from './exchange.ts'

/** A request of one endpoint, its input checked. */
export interface Call<Name extends EndpointName = EndpointName> {
  readonly core: Core
  readonly exchange: Exchange
  readonly input: InputOf<Name>
  /** Who shows an API key. */
  readonly bearer: Bearer | undefined
  /** The same, or nobody, with what policies may ask of the request. */
  readonly caller: Caller
  /** Under which clients reach this server, without a slash at the end. */
  readonly baseUrl: string
}

/** Answers with what becomes the JSON document; undefined for 204, and when it has sent its answer itself. */
export type Handler<Name extends EndpointName> = (call: Call<Name>) => Promise<OutputOf<Name>>

/** The key of a call that needs one. */
export function bearerOf({ bearer }: Pick<Call, 'bearer'>): Bearer {
  if (bearer) return bearer
  throw new S3Error('InvalidAccessKeyId', {
    message: 'This needs an API key: send the header "Authorization: Bearer" with it.',
  })
}
