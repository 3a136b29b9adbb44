import { isoTime } from '../lib/iso-time.ts'
import type { CallContext } from './call-context.ts'
import type { Core } from '../core/create-core.ts'
import type { ObjectRef } from '../core/objects/object-ref.ts'
import type { ProjectCaller } from '../core/caller.ts'

/** Signs a request to the S3 port in its URL; see `presignV4` in protocol/. */
type Presign = (
  request: {
    readonly method: string
    readonly baseUrl: string
    readonly bucket: string
    readonly key: string
    readonly query?: Readonly<Record<string, string | undefined>> | undefined
    readonly headers?: Readonly<Record<string, string>> | undefined
    readonly expiresInSeconds: number
  },
  signer: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken: string
    readonly region: string
    readonly now: number
  },
) => string

export interface S3Address {
  readonly presign: Presign
  /** Of the S3 port for whoever reached the console by an origin, without a slash at the end. */
  readonly s3Url: (origin: string) => string
}

export interface UrlTerms {
  readonly method: 'GET' | 'PUT'
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly expiresInSeconds: number
}

/** URLs for one object of a project: all that one call signs are of one temporary key. */
export function urlSigner(
  {
    core,
    address,
  }: { readonly core: Pick<Core, 'clock' | 'sessions' | 'settings'>; readonly address: S3Address },
  { origin }: Pick<CallContext, 'origin'>,
) {
  return (owner: ProjectCaller, object: ObjectRef, { method, headers, expiresInSeconds }: UrlTerms) => {
    // URLs are dated to the second.
    const now = Math.floor(core.clock.now() / 1000) * 1000
    const credentials = core.sessions.forObject(owner, {
      object,
      may: method === 'GET' ? 'read' : 'write',
      seconds: expiresInSeconds,
    })
    const { bucket, key } = object
    const request = { method, bucket, key, headers, expiresInSeconds, baseUrl: address.s3Url(origin) }
    const signer = { ...credentials, region: core.settings.region, now }
    return {
      expiresAt: isoTime(now + expiresInSeconds * 1000),
      url: (query: Readonly<Record<string, string | undefined>>) =>
        address.presign({ ...request, query }, signer),
    }
  }
}
