import type { Bucket } from '../core/buckets/bucket.ts'
import type { Caller } from '../core/caller.ts'
import type { S3Error } from '../core/errors.ts'
import type { Exchange } from './exchange.ts'
import type { WireRequest } from './wire-request.ts'

// What becomes known of a request, for the access log of its bucket and for the log of requests.

type Noted = Pick<Exchange, 'access' | 'notes'>

export function noteAddress({ access, notes: { subject } }: Noted, wire: WireRequest): void {
  access.wire = wire
  subject.bucket = wire.address.bucket
  subject.key = wire.address.key
}

export function noteCaller({ access, notes: { subject } }: Noted, caller: Caller): void {
  access.caller = caller
  if (caller.kind !== 'project') return
  subject.keyId = caller.accessKeyId
  subject.projectId = caller.project.id
}

/** The one that the request names, once it has been looked up. */
export function noteBucket({ access, notes: { subject } }: Noted, bucket: Bucket | undefined): void {
  access.bucket = bucket
  if (bucket) subject.projectId = bucket.projectId
}

export function noteError({ access, notes: { subject } }: Noted, error: S3Error): void {
  access.error = error
  subject.error = error.code
}
