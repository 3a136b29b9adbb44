import type { Bucket } from './bucket.ts'
import type { Caller } from '../caller.ts'

/** Whether requests of this caller are at the caller's own cost, and so have to say that they know it. */
export const paysItself = ({ configuration, projectId }: Bucket, caller: Caller): boolean =>
  configuration.payer === 'Requester' && (caller.kind !== 'project' || caller.project.id !== projectId)
