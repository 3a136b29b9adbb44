import { authorise } from '../policy/authorise.ts'
import { abortUpload } from '../uploads/abort-upload.ts'
import { completeUpload } from '../uploads/complete-upload.ts'
import { createUpload } from '../uploads/create-upload.ts'
import { putPart } from '../uploads/put-part.ts'
import { bytesBody } from '../objects/bytes-body.ts'
import { noSuchUpload } from '../uploads/upload-ref.ts'
import { S3Error } from '../errors.ts'
import { forgetResumable } from './forget-resumable.ts'
import { appendBytes, mostParts, sizeOf } from './write-resumable.ts'
import type { AclRequest } from '../policy/requested-acl.ts'
import type { ObjectAttributes } from '../objects/object-version.ts'
import type { Part } from '../uploads/upload.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'
import type { ResumableUpload } from './resumable-upload.ts'

export interface NewResumable extends Pick<ResumableUpload, 'id' | 'bucket' | 'key' | 'size' | 'metadata'> {
  readonly attributes: ObjectAttributes
  readonly acl: AclRequest
}

/** An upload and how many of its bytes are here. */
export interface ResumableState {
  readonly upload: ResumableUpload
  readonly offset: number
}

/** What can be done with uploads that go on where they broke off. */
export const resumableUseCases = (parts: Parts) => ({
  create: createResumable(parts),
  get: getState(parts),
  append: append(parts),
  setSize: setSize(parts),
  remove: removeResumable(parts),
  forget: forgetResumable(parts),
})

/** Throws what CreateMultipartUpload throws, EntityTooLarge for more than an object may have. */
const createResumable =
  (parts: Parts) =>
  async (caller: ProjectCaller, { attributes, acl, ...wanted }: NewResumable): Promise<void> => {
    const { bucket, key, size } = wanted
    checkSize(parts, size)
    await authorise(parts)(caller, 's3:PutObject', { bucket, key })
    const { id: uploadId, createdAt } = await createUpload(parts)(
      caller,
      { bucket, key },
      {
        attributes,
        acl,
        storageClass: 'STANDARD',
        isFromApplication: true,
        checksumAlgorithm: undefined,
        checksumType: undefined,
      },
    )
    const upload = { ...wanted, projectId: caller.project.id, uploadId, createdAt, isComplete: false }
    await parts.metadata.transaction((tx) => tx.resumable.create(upload))
    if (size === 0) await completeEmpty(parts, caller, upload)
  }

interface Found extends ResumableState {
  readonly stored: readonly Part[]
}

async function find(parts: Parts, caller: ProjectCaller, id: string): Promise<Found> {
  const upload = await parts.metadata.resumable.find(caller.project.id, id)
  if (!upload) throw noSuchUpload(id)
  await authorise(parts)(caller, 's3:PutObject', { bucket: upload.bucket, key: upload.key })
  if (upload.isComplete) return { upload, offset: upload.size ?? 0, stored: [] }
  const stored = await parts.metadata.listParts(upload.uploadId, { after: 0, limit: mostParts })
  return { upload, offset: sizeOf(stored), stored }
}

/** Throws NoSuchUpload, NoSuchBucket or AccessDenied. */
const getState =
  (parts: Parts) =>
  async (caller: ProjectCaller, id: string): Promise<ResumableState> => {
    const { upload, offset } = await find(parts, caller, id)
    return { upload, offset }
  }

/** Adds bytes, and makes the object once they are all here. Returns how many there are. Throws what UploadPart and CompleteMultipartUpload throw. */
const append =
  (parts: Parts) =>
  async (caller: ProjectCaller, id: string, source: AsyncIterable<Buffer>): Promise<number> => {
    const found = await find(parts, caller, id)
    const { upload } = found
    if (upload.isComplete) return found.offset
    const offset = await appendBytes(parts, caller, found, source)
    checkSize(parts, offset)
    if (offset === upload.size) await complete(parts, caller, upload)
    return offset
  }

async function complete(parts: Parts, caller: ProjectCaller, upload: ResumableUpload): Promise<void> {
  const stored = await parts.metadata.listParts(upload.uploadId, { after: 0, limit: mostParts })
  await completeUpload(parts)(caller, upload, { parts: stored })
  await parts.metadata.transaction((tx) => tx.resumable.setComplete(upload.id))
}

async function completeEmpty(parts: Parts, caller: ProjectCaller, upload: ResumableUpload): Promise<void> {
  const signal = () => new AbortController().signal
  await putPart(parts)(caller, { ...upload, partNumber: 1 }, bytesBody(Buffer.alloc(0)), { signal })
  await complete(parts, caller, upload)
}

/** For an upload that began without it; its bytes may all be here already. */
const setSize =
  (parts: Parts) =>
  async (caller: ProjectCaller, id: string, size: number): Promise<void> => {
    checkSize(parts, size)
    const { upload, offset } = await find(parts, caller, id)
    await parts.metadata.transaction((tx) => tx.resumable.setSize(id, size))
    if (offset === size && offset > 0) await complete(parts, caller, { ...upload, size })
  }

/** Gives an upload up; the object of a complete one stays. */
const removeResumable =
  (parts: Parts) =>
  async (caller: ProjectCaller, id: string): Promise<void> => {
    const { upload } = await find(parts, caller, id)
    if (!upload.isComplete) await abortUpload(parts)(caller, upload)
    await parts.metadata.transaction((tx) => tx.resumable.remove(id))
  }

function checkSize({ settings: { maxObjectBytes } }: Parts, size: number | undefined): void {
  if (size === undefined || size <= maxObjectBytes) return
  throw new S3Error('EntityTooLarge', { detail: { ProposedSize: size, MaxSizeAllowed: maxObjectBytes } })
}
