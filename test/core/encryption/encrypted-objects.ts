import { buffer } from 'node:stream/consumers'
import { memoryBlobStore } from '../../../src/blobs/memory-blob-store.ts'
import { alice, callerOf } from '../projects.ts'
import { openTemporaryCore } from '../temporary-core.ts'
import { bodyFrom } from '../upload-body.ts'
import type { BlobStore } from '../../../src/core/ports.ts'
import type { Caller } from '../../../src/core/caller.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { EncryptionRequest } from '../../../src/core/encryption/encryption.ts'
import type { OpenOptions } from '../../../src/core/objects/open-object.ts'

export const caller = callerOf(alice)
export const customerKey = Buffer.alloc(32, 'customer')
export const otherCustomerKey = Buffer.alloc(32, 'another')
const { signal: quiet } = new AbortController()
export const signal = () => quiet

export const forms = {
  none: undefined,
  'SSE-S3': { form: 'AES256' },
  'SSE-KMS': { form: 'aws:kms' },
  'SSE-C': { form: 'customer', customerKey },
} satisfies Record<string, EncryptionRequest | undefined>

export type FormName = keyof typeof forms

/** The key that reading takes. */
export const keyFor = (form: FormName) => (form === 'SSE-C' ? { customerKey } : {})

export interface EncryptedStore {
  readonly core: Core
  readonly blobs: BlobStore
  readonly put: (
    key: string,
    data: Buffer,
    encryption?: EncryptionRequest,
  ) => ReturnType<Core['objects']['put']>
  /** Makes an object of these parts. */
  readonly putParts: (key: string, parts: readonly Buffer[], encryption?: EncryptionRequest) => Promise<void>
  read(key: string, options?: OpenOptions & { readonly as?: Caller }): Promise<Buffer>
  readonly close: () => Promise<void>
}

/** A core with the bucket `vault` of alice's, whose blobs can be looked at. */
export async function openEncryptedStore(): Promise<EncryptedStore> {
  const blobs = memoryBlobStore({ clock: { now: () => Date.now() } })
  const temporary = await openTemporaryCore(blobs)
  const { core } = temporary
  await core.buckets.create(caller, 'vault', { acl: {}, locationConstraint: undefined })
  const object = (key: string) => ({ bucket: 'vault', key })
  const plain = { acl: {}, attributes: {}, storageClass: 'STANDARD' }
  return {
    core,
    blobs,
    put: (key, data, encryption) =>
      core.objects.put(caller, object(key), bodyFrom(data), { ...plain, encryption, signal }),
    async putParts(key, parts, encryption) {
      const checksums = { checksumAlgorithm: undefined, checksumType: undefined }
      const { id } = await core.uploads.create(caller, object(key), { ...plain, ...checksums, encryption })
      const ref = { ...object(key), uploadId: id }
      const given = encryption?.form === 'customer' ? encryption : {}
      const named: { partNumber: number; etag: string }[] = []
      for (const [n, data] of parts.entries()) {
        const part = { ...ref, partNumber: n + 1 }
        const { etag } = await core.uploads.putPart(caller, part, bodyFrom(data), { signal, ...given })
        named.push({ partNumber: n + 1, etag })
      }
      await core.uploads.complete(caller, ref, { parts: named })
    },
    async read(key, { as = caller, ...options } = {}) {
      const { body } = await core.objects.open(as, object(key), options)
      return Buffer.isBuffer(body) ? body : buffer(body)
    },
    close: () => temporary.close(),
  }
}
