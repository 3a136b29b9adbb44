import type { Bucket } from '../buckets/bucket.ts'
import type { Caller } from '../caller.ts'

/** Whether a bucket belongs to the caller's project, whoever in it the caller is. */
export const owns = (caller: Caller, bucket: Bucket): boolean =>
  caller.kind === 'project' && caller.project.id === bucket.projectId
