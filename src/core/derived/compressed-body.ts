import { pipeline, Readable } from 'node:stream'
import { compressor, type Coding } from '../../lib/compress.ts'
import { openVersion } from '../objects/open-version.ts'
import type { FormSource } from './form-source.ts'
import type { Parts } from '../parts.ts'

/** The bytes of an object, compressed. */
export async function compressedBody(
  parts: Parts,
  { version, access }: FormSource,
  coding: Coding,
): Promise<AsyncIterable<Buffer>> {
  const source = await openVersion(parts, { version, slice: undefined }, access)
  const compressed = compressor(coding, version.size)
  // A failure of the source ends the compressed stream, whose reader hears of it.
  pipeline(Buffer.isBuffer(source) ? Readable.from([source]) : source, compressed, () => undefined)
  return compressed
}
