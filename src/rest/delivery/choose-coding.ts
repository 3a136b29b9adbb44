import { codings, type Coding } from '../../lib/compress.ts'
import { qualities } from './qualities.ts'
import type { Delivery } from '../../core/buckets/delivery.ts'
import type { ObjectVersion } from '../../core/objects/object-version.ts'

const leastBytes = 1024
/** A visitor waits until all of it is compressed the first time. */
const mostBytes = 32 * 2 ** 20

const compressible =
  /^(?:text\/(?!event-stream)|application\/(?:json|javascript|ecmascript|xml|wasm|x-ndjson|ld\+json|manifest\+json|rtf|sql|toml|yaml|x-yaml|x-sh|vnd\.ms-fontobject)|font\/(?:ttf|otf)|image\/(?:svg\+xml|bmp|x-icon|vnd\.microsoft\.icon)|[^/]+\/[^/]+\+(?:xml|json))/

/** Whether an object is sent compressed to those who take it: when it is text enough, and nobody has encoded it before. */
export function isCompressible(
  { size, attributes }: ObjectVersion,
  type: string,
  { compress = true }: Delivery,
): boolean {
  if (!compress || size < leastBytes || size > mostBytes) return false
  if (attributes.contentEncoding !== undefined) return false
  return compressible.test(type.toLowerCase()) && !/no-transform/i.test(attributes.cacheControl ?? '')
}

/** The coding that the client likes best, of those that it likes as much the best one; undefined: none. */
export function chooseCoding(acceptEncoding: string | undefined): Coding | undefined {
  const accepted = qualities(acceptEncoding)
  const likes = (name: string) => accepted.get(name) ?? accepted.get('*') ?? 0
  const plain = accepted.get('identity') ?? 0
  let best: Coding | undefined
  for (const coding of codings) if (likes(coding) > (best ? likes(best) : 0)) best = coding
  return best && likes(best) >= plain ? best : undefined
}
