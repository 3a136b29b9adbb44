import { S3Error } from '../errors.ts'
import { checkCopySourceConditions, type ReadConditions } from '../objects/read-conditions.ts'
import { resolveCopyRange } from '../objects/range.ts'
import { getVersion, openVersion } from '../objects/open-object.ts'
import { maxSinglePutBytes } from '../objects/put-object.ts'
import { putPart, type PartRef } from './put-part.ts'
import type { LazySignal, UploadBody } from '../ports.ts'
import type { Caller } from '../caller.ts'
import type { NewPart } from './upload.ts'
import type { ObjectRef } from '../objects/object-ref.ts'
import type { Parts } from '../parts.ts'

export interface CopyPartOptions {
  readonly source: ObjectRef
  /** `bytes=first-last`, as sent. */
  readonly range?: string | undefined
  readonly sourceConditions?: ReadConditions | undefined
  readonly signal: LazySignal
}

/** Stores a part from the bytes of an object. https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html */
export const copyPart =
  (parts: Parts) =>
  async (caller: Caller, part: PartRef, { source, range, sourceConditions, signal }: CopyPartOptions): Promise<NewPart> => {
    const version = await getVersion(parts, caller, source, { withData: true, action: 's3:GetObject' })
    if (sourceConditions) checkCopySourceConditions(sourceConditions, version)
    const slice = range === undefined ? undefined : resolveCopyRange(range, version.size)
    const size = slice ? slice.end - slice.start + 1 : version.size
    if (size > maxSinglePutBytes) throw new S3Error('InvalidRequest', { message: 'The part that is to be copied is larger than 5 GiB.' })
    const opened = await openVersion(parts, version, slice)
    const body: UploadBody = {
      size,
      algorithms: [],
      readAll: () => Promise.reject(new Error('A part is never read whole.')),
      stream: () => (Buffer.isBuffer(opened) ? oneChunk(opened) : opened),
      claims: () => ({}),
    }
    return putPart(parts)(caller, part, body, { signal })
  }

// eslint-disable-next-line @typescript-eslint/require-await -- an async iterable of what is already there
async function* oneChunk(data: Buffer): AsyncGenerator<Buffer> {
  yield data
}
