import { openDataKey } from '../encryption/data-key.ts'
import { saltedSeal, type SaltedSeal } from '../encryption/new-encryption.ts'
import { placeOf } from '../objects/blob-place.ts'
import { sealStream } from '../../lib/sealed-packages.ts'
import type { KeptForm } from './derived.ts'
import type { FormSource } from './form-source.ts'
import type { Parts } from '../parts.ts'

interface MadeForm {
  readonly name: string
  readonly body: AsyncIterable<Buffer>
  /** Absent: that of the source. */
  readonly contentType: string | undefined
}

/** Keeps what was made of an object: its bytes in a blob, then the row that names it. */
export async function keepForm(
  parts: Parts,
  source: FormSource,
  { name, body, contentType }: MadeForm,
): Promise<KeptForm> {
  const sealed = await sealOf(parts, source)
  let size = 0
  const counted = async function* () {
    for await (const chunk of body) {
      size += chunk.length
      yield chunk
    }
  }
  const { bucket, version } = source
  const { id: blobId } = await parts.blobs.write(
    sealed ? sealStream(sealed.seal.key, counted()) : counted(),
    placeOf(bucket, { key: version.key, contentType, storageClass: 'STANDARD' }),
  )
  const kept = { blobId, size, contentType, salt: sealed?.salt }
  try {
    await record(parts, source, { ...kept, form: name })
  } catch (error) {
    await parts.blobs.remove(blobId)
    throw error
  }
  return kept
}

/** What is made of encrypted bytes is encrypted as they are. */
async function sealOf(parts: Parts, { version, access }: FormSource): Promise<SaltedSeal | undefined> {
  const { bucketId, key, attributes } = version
  const { encryption } = attributes
  return encryption && saltedSeal(encryption, await openDataKey(parts, { bucketId, key, encryption }, access))
}

const record = (
  { metadata, clock, settings }: Parts,
  { version: { bucketId, key, sequence } }: FormSource,
  kept: KeptForm & { readonly form: string },
): Promise<void> =>
  metadata.transaction((tx) =>
    tx.derived.put({ ...kept, bucketId, key, sequence, at: clock.now() }, clock.now() + settings.trashMs),
  )
