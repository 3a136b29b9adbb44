import { memoryBlobStore } from '../../../src/blobs/memory-blob-store.ts'
import { S3Error } from '../../../src/core/errors.ts'
import { rejection } from '../../contracts/rejection.ts'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import type { BlobStore, Metadata, UploadBody } from '../../../src/core/ports.ts'
import type { BucketConfiguration } from '../../../src/core/buckets/bucket.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { EncryptionRequest } from '../../../src/core/encryption/encryption.ts'
import type { PutAnnotationOptions } from '../../../src/core/annotations/put-annotation.ts'

export const caller = callerOf(alice)
export const signal = () => new AbortController().signal
/** Too long to be kept inline. */
export const long = 'ä'.repeat(3000)

export interface Album {
  readonly core: Core
  readonly metadata: Metadata
  readonly blobs: BlobStore
  /** Puts an object into the bucket `album`; tells its version. */
  put(key: string, encryption?: EncryptionRequest): Promise<string | undefined>
  annotate(
    key: string,
    text: string | UploadBody,
    options?: Partial<PutAnnotationOptions> & { readonly versionId?: string | undefined },
  ): ReturnType<Core['annotations']['put']>
  read(key: string, name?: string, versionId?: string): Promise<string>
  names(key: string, versionId?: string): Promise<readonly string[]>
  configure(configuration: Partial<BucketConfiguration>): Promise<void>
  setVersioning(versioning: 'enabled' | 'suspended'): Promise<void>
  blobCount(): Promise<number>
  close(): Promise<void>
}

/** A core with the bucket `album` of alice's; texts on objects are called `note` unless told otherwise. */
export async function openAlbum(): Promise<Album> {
  const blobs = memoryBlobStore({ clock: { now: () => Date.now() } })
  const { core, metadata, ...store } = await openTemporaryCore(blobs)
  const { id, configuration: first } = await core.buckets.create(caller, 'album', {
    acl: {},
    locationConstraint: undefined,
  })
  const object = (key: string, versionId?: string) => ({ bucket: 'album', key, versionId })
  return {
    core,
    metadata,
    blobs,
    put: async (key, encryption) => {
      const plain = { acl: {}, attributes: {}, storageClass: 'STANDARD', encryption, signal }
      return (await core.objects.put(caller, object(key), bodyFrom(Buffer.from(key)), plain)).versionId
    },
    annotate: (key, text, { versionId, ...options } = {}) =>
      core.annotations.put(
        caller,
        object(key, versionId),
        typeof text === 'string' ? bodyFrom(Buffer.from(text)) : text,
        { name: 'note', signal, ...options },
      ),
    read: async (key, name = 'note', versionId) =>
      (await core.annotations.get(caller, object(key, versionId), name)).data.toString(),
    names: async (key, versionId) =>
      (await core.annotations.list(caller, object(key, versionId), { limit: 1000 })).annotations.map(
        ({ name }) => name,
      ),
    configure: (configuration) =>
      metadata.transaction((tx) => tx.putBucketConfiguration(id, { ...first, ...configuration })),
    setVersioning: (versioning) => metadata.transaction((tx) => tx.setBucketVersioning(id, versioning)),
    blobCount: async () => {
      await core.maintenance.sweepTrash(signal())
      const ids: string[] = []
      for await (const id of blobs.ids()) ids.push(id)
      return ids.length
    },
    close: () => store.close(),
  }
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await rejection(work)
  if (error instanceof S3Error) return error.code
  throw error
}
