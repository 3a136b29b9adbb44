import { getNamed } from './find-entity.ts'
import type { Parts } from '../parts.ts'
import type { ActorRef } from './boundaries.ts'

/** Makes all sessions of a user or role invalid that were begun until now. Throws NoSuchEntity. */
export const revokeSessions =
  ({ metadata, clock }: Pick<Parts, 'metadata' | 'clock'>) =>
  (projectId: string, ref: ActorRef): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const actor = await getNamed(iam, projectId, ref)
      await iam.replace({ ...actor, sessionsNotBefore: clock.now() })
    })
