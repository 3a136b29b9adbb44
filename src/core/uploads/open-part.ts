import { contentReader } from '../encryption/content-reader.ts'
import { getUpload } from './upload-ref.ts'
import type { Caller } from '../caller.ts'
import type { PartRef } from './put-part.ts'
import type { Part } from './upload.ts'
import type { Parts } from '../parts.ts'
import type { Readable } from 'node:stream'

/** The bytes of a stored part of an unfinished upload. Throws what `getUpload` throws. */
export const openPart =
  (parts: Pick<Parts, 'blobs' | 'metadata' | 'serverKey'>) =>
  async (caller: Caller, ref: Omit<PartRef, 'partNumber'>, part: Part): Promise<Readable> => {
    const { upload } = await getUpload(parts, caller, ref)
    const reader = await contentReader(parts, upload, { caller, customerKey: undefined })
    return reader.read(part, { start: 0, end: part.size - 1 })
  }
