import { disablesAcls } from '../policy/object-ownership.ts'
import type { Bucket } from '../buckets/bucket.ts'

interface Page<Entry> {
  readonly entries: readonly Entry[]
  readonly isTruncated: boolean
}

/** A page of a bucket's keys with those as owners who own them: its own, where ACLs mean nothing. */
export function ownedPage<Entry extends object>({ configuration }: Bucket, page: Page<Entry>): Page<Entry> {
  if (!disablesAcls(configuration)) return page
  const ownerId = configuration.acl.owner
  return {
    ...page,
    entries: page.entries.map((entry) => ('ownerId' in entry ? { ...entry, ownerId } : entry)),
  }
}
