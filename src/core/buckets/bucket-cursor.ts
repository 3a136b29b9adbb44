import type { Bucket } from './bucket.ts'

type BucketPlace = Pick<Bucket, 'name' | 'namespace'>

/** Where a listing of buckets goes on, as a text; no name has a slash. */
export const bucketCursor = ({ name, namespace }: BucketPlace): string => `${name}/${namespace}`

/** Any text is a place: behind the buckets that come before it. */
export function parseBucketCursor(text: string): BucketPlace {
  const [name = '', namespace = ''] = text.split('/')
  return { name, namespace }
}
