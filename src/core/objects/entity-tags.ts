/** The entity tags of a condition, without quotes, weak ones with `W/` in front; `*` stands for any. */
export type EntityTags = readonly string[] | '*'

/** Reads If-Match and its kin: `*`, or a list of entity tags with or without quotes. */
export function parseEntityTags(header: string): EntityTags {
  if (header.trim() === '*') return '*'
  return header
    .split(',')
    .map((tag) => tag.trim().replaceAll('"', ''))
    .filter((tag) => tag !== '')
}

/** Compares as If-Match does: a weak entity tag is never equal. */
export const matchesStrongly = (wanted: EntityTags, etag: string): boolean =>
  wanted === '*' || wanted.includes(etag)

/** Compares as If-None-Match does: a proxy that compressed the object has made its entity tag weak. */
export const matchesWeakly = (wanted: EntityTags, etag: string): boolean =>
  wanted === '*' || wanted.some((tag) => tag === etag || tag === `W/${etag}`)
