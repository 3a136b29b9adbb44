import { isoTime } from '../../lib/iso-time.ts'
import { urlSigner, type S3Address } from '../sign-urls.ts'
import { uploadLocator } from './upload-locator.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

const urlSeconds = 3600
const partsPerPage = 1000

export function uploadPartCalls(core: Core, address: S3Address) {
  const { uploads, catalog } = core
  const located = uploadLocator(catalog)
  return {
    signParts: async ({ partNumbers, ...named }: InputOf<'signParts'>, context: CallContext) => {
      const { owner, upload } = await located(named)
      // Throws NoSuchUpload: nobody is sent to put parts where there is nothing.
      await uploads.listParts(owner, upload, { after: 0, limit: 1 })
      const terms = { method: 'PUT', expiresInSeconds: urlSeconds } as const
      const signed = urlSigner({ core, address }, context)(owner, upload, terms)
      const { uploadId } = upload
      return {
        urls: partNumbers.map((partNumber) => ({
          partNumber,
          url: signed.url({ partNumber: String(partNumber), uploadId }),
        })),
        expiresAt: signed.expiresAt,
      }
    },
    listParts: async ({ after = 0, ...named }: InputOf<'listParts'>) => {
      const { owner, upload } = await located(named)
      const page = await uploads.listParts(owner, upload, { after, limit: partsPerPage })
      return {
        parts: page.parts.map(({ partNumber, size, etag, lastModified }) => ({
          partNumber,
          size,
          etag,
          lastModified: isoTime(lastModified),
        })),
        next: page.isTruncated ? (page.parts.at(-1)?.partNumber ?? null) : null,
      }
    },
  }
}
