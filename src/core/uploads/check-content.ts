import { rulesFor } from '../buckets/rules-for.ts'
import { asksForType, checkUploadSize } from '../buckets/upload-rules.ts'
import { contentReader } from '../encryption/content-reader.ts'
import { S3Error } from '../errors.ts'
import { checkStart } from '../objects/ruled-body.ts'
import { detectableBytes } from '../../lib/detect-type.ts'
import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'
import type { NamedPart } from './choose-parts.ts'
import type { Part, Upload } from './upload.ts'
import type { Parts } from '../parts.ts'

interface Completion {
  readonly parts: readonly NamedPart[]
  readonly customerKey?: Buffer | undefined
}

/** Tells whether an upload that is to be completed is still the one that was looked at. */
export type CheckUsed = (used: readonly Part[]) => void

/**
 * Looks at the first bytes of an upload before it is completed, where the bucket's rules ask what they are. What it returns throws EntityTooLarge for
 * more than the rules take, and OperationAborted when the first part has been replaced meanwhile. Throws UnsupportedMediaType, and what `contentReader` throws.
 */
export async function checkContent(
  parts: Parts,
  { bucket, upload }: { readonly bucket: Bucket; readonly upload: Upload | undefined },
  { parts: named, customerKey }: Completion,
  caller: Caller,
): Promise<CheckUsed> {
  const rules = rulesFor(bucket)
  if (!rules || !upload || upload.completion) return () => undefined
  const first = asksForType(rules) ? await firstPart(parts, upload, named) : undefined
  if (first) {
    const reader = await contentReader(parts, upload, { caller, customerKey })
    const end = Math.min(first.size, detectableBytes) - 1
    const start = end < 0 ? Buffer.alloc(0) : await reader.readBytes(first, { start: 0, end })
    await checkStart(rules, { key: upload.key, contentType: upload.attributes.contentType }, start)
  }
  return (used) => {
    checkUploadSize(
      rules,
      used.reduce((sum, { size }) => sum + size, 0),
    )
    if (first && used[0]?.blobId !== first.blobId) throw new S3Error('OperationAborted')
  }
}

async function firstPart(
  { metadata }: Pick<Parts, 'metadata'>,
  { id }: Upload,
  named: readonly NamedPart[],
): Promise<Part | undefined> {
  const partNumber = named[0]?.partNumber ?? 0
  const [part] = await metadata.listParts(id, { after: partNumber - 1, limit: 1 })
  return part?.partNumber === partNumber ? part : undefined
}
