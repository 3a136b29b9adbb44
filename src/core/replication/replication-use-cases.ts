import { replicateExisting } from './replicate-existing.ts'
import { giveUpReplica, replicate } from './replicate.ts'
import type { Parts } from '../parts.ts'

/** What can be done with copies in other buckets. */
export const replicationUseCases = (parts: Parts) => ({
  replicate: replicate(parts),
  giveUp: giveUpReplica(parts),
  orderExisting: replicateExisting(parts),
})
