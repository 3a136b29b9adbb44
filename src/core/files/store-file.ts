import { S3Error } from '../errors.ts'
import { createBucket } from '../buckets/create-bucket.ts'
import { getBucket } from '../buckets/get-bucket.ts'
import { projectCaller, type ProjectCaller } from '../caller.ts'
import { deleteObject } from '../objects/delete-object.ts'
import { putObject } from '../objects/put-object.ts'
import { authorise } from '../policy/authorise.ts'
import { uniqueName } from '../objects/unique-name.ts'
import type { LazySignal, UploadBody } from '../ports.ts'
import type { ObjectAttributes } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { StoredFile } from './stored-file.ts'

export interface NewFile {
  /** One that is made on first use when absent. */
  readonly bucket: string | undefined
  readonly filename: string
  readonly attributes: ObjectAttributes & { readonly contentType: string }
  readonly signal: LazySignal
}

/** Where files lie that name no bucket. */
const defaultBucket = 'files'

/** Stores a file under a name of its own and remembers its facts. Throws what PutObject throws. */
export const storeFile =
  (parts: Parts) =>
  async (caller: ProjectCaller, file: NewFile, body: UploadBody): Promise<StoredFile> => {
    const bucket = file.bucket ?? (await ownBucket(parts, caller))
    const { attributes, filename, signal } = file
    const id = parts.ids.uuid()
    const objectName = uniqueName(id, { filename, contentType: attributes.contentType })
    const object = { bucket, key: objectName }
    await authorise(parts)(caller, 's3:PutObject', object)
    const hashed = { ...body, algorithms: ['SHA256' as const] }
    const stored = await putObject(parts)(caller, object, hashed, {
      attributes,
      storageClass: 'STANDARD',
      acl: {},
      isFromApplication: true,
      signal,
    })
    const row: StoredFile = {
      id,
      projectId: caller.project.id,
      bucket,
      objectName,
      filename,
      size: stored.size,
      contentType: stored.contentType ?? attributes.contentType,
      hash: Buffer.from(stored.checksum?.value ?? '', 'base64').toString('hex'),
      uploadedAt: stored.lastModified,
    }
    try {
      await parts.metadata.transaction((tx) => tx.files.create(row))
    } catch (error) {
      const { versionId } = stored
      await deleteObject(parts)(projectCaller(caller.project), { ...object, versionId })
      throw error
    }
    return row
  }

/** Names may be shared among projects: who comes too late for the plain one gets one with its id. */
async function ownBucket(parts: Parts, caller: ProjectCaller): Promise<string> {
  for (const name of [defaultBucket, `${defaultBucket}-${caller.project.id}`]) {
    const bucket = await getBucket(parts, caller, name).catch(asAbsent)
    if (bucket?.projectId === caller.project.id) return name
    if (bucket) continue
    await authorise(parts)(caller, 's3:CreateBucket', { bucket: name })
    await createBucket(parts)(caller, name, { acl: {}, locationConstraint: undefined })
    return name
  }
  throw new S3Error('BucketAlreadyExists', { detail: { BucketName: defaultBucket } })
}

function asAbsent(error: unknown): undefined {
  if (!(error instanceof S3Error && error.code === 'NoSuchBucket')) throw error
}
