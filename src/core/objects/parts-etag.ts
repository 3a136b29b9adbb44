import { createHash } from 'node:crypto'

/** MD5 of the parts' MD5s, and how many there are: the entity tag of what is made of parts. */
export function partsEtag(parts: readonly { readonly etag: string }[]): string {
  const hash = createHash('md5')
  for (const { etag } of parts) hash.update(etag.slice(0, 32), 'hex')
  return `${hash.digest('hex')}-${String(parts.length)}`
}
