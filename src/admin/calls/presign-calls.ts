import { S3Error } from '../../core/errors.ts'
import { checkObjectKey } from '../../core/objects/object-key.ts'
import { contentDisposition } from '../../lib/content-disposition.ts'
import { ownedBucket } from '../owned-bucket.ts'
import { urlSigner, type S3Address } from '../sign-urls.ts'
import type { Actor } from '../../core/operators/actor.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

export const presignCalls = (core: Core, address: S3Address) => ({
  presignObject: async (
    { name, project, key, versionId, method, expiresInSeconds, ...shown }: InputOf<'presignObject'>,
    context: CallContext,
  ) => {
    refuseViewer(context.actor, { method, expiresInSeconds })
    const { owner, bucket } = await ownedBucket(core.catalog, { name, project })
    checkObjectKey(key)
    const { contentType, download } = shown
    const terms = {
      method,
      expiresInSeconds,
      headers: method === 'PUT' ? typeHeader(contentType) : {},
    }
    const signed = urlSigner({ core, address }, context)(owner, { bucket: bucket.name, key }, terms)
    const query = {
      versionId,
      'response-content-type': contentType,
      'response-content-disposition':
        download === undefined ? undefined : contentDisposition('attachment', download),
    }
    return { url: signed.url(method === 'GET' ? query : {}), expiresAt: signed.expiresAt }
  },
  presignUploads: async ({ name, project, files }: InputOf<'presignUploads'>, context: CallContext) => {
    const { owner, bucket } = await ownedBucket(core.catalog, { name, project })
    const sign = urlSigner({ core, address }, context)
    const urls = files.map(({ key, contentType }) => {
      checkObjectKey(key)
      const headers = typeHeader(contentType)
      const terms = { method: 'PUT', expiresInSeconds: uploadSeconds, headers } as const
      const { url, expiresAt } = sign(owner, { bucket: bucket.name, key }, terms)
      return { key, url: url({}), expiresAt }
    })
    return { urls }
  },
})

const uploadSeconds = 3600

const typeHeader = (contentType: string | undefined): Readonly<Record<string, string>> =>
  contentType === undefined ? {} : { 'content-type': contentType }

const mostForViewers = 3600

/** Throws AccessDenied for a viewer who would write, or give a link away. */
function refuseViewer(
  { role }: Actor,
  { method, expiresInSeconds }: Pick<InputOf<'presignObject'>, 'method' | 'expiresInSeconds'>,
): void {
  if (role !== 'viewer' || (method === 'GET' && expiresInSeconds <= mostForViewers)) return
  throw new S3Error('AccessDenied', { message: 'A viewer gets URLs for reading, good for up to an hour.' })
}
