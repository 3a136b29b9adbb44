import { openVersion } from './open-version.ts'
import type { ByteSlice, UploadBody } from '../ports.ts'
import type { ChecksumAlgorithm } from '../../lib/checksum.ts'
import type { ObjectVersion } from './object-version.ts'
import type { Parts } from '../parts.ts'
import type { ReadAccess } from '../encryption/data-key.ts'

interface Source {
  readonly version: ObjectVersion
  /** Undefined: all of it. */
  readonly slice: ByteSlice | undefined
  readonly access: ReadAccess
}

/** The bytes of a stored object as if they came in an upload. The source is opened when it is read, not before: the copy may be refused. */
export function storedBody(
  parts: Pick<Parts, 'blobs' | 'metadata' | 'serverKey'>,
  { version, slice, access }: Source,
  algorithms: readonly ChecksumAlgorithm[] = [],
): UploadBody {
  const open = () => openVersion(parts, { version, slice }, access)
  const stream = async function* (): AsyncGenerator<Buffer> {
    const opened = await open()
    if (Buffer.isBuffer(opened)) yield opened
    else yield* opened as AsyncIterable<Buffer>
  }
  return {
    size: slice ? slice.end - slice.start + 1 : version.size,
    algorithms,
    stream,
    readAll: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of stream()) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    claims: () => ({}),
  }
}
