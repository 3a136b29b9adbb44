import type { OutputOf } from '../../../admin/contract.ts'

export type Bucket = OutputOf<'listBuckets'>['buckets'][number]

/** Parts of unfinished uploads count, too. */
export const heldBytes = ({ bytes, partBytes }: Pick<Bucket, 'bytes' | 'partBytes'>): number =>
  bytes + partBytes
