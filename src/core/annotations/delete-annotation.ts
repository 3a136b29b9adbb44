import { eventsOfChange, findToChange } from '../objects/change-attributes.ts'
import { isLocked } from '../objects/object-lock.ts'
import { shownVersionId } from '../objects/shown-version-id.ts'
import { decide } from '../policy/decide.ts'
import { S3Error } from '../errors.ts'
import { checkObjectMatches } from './object-matches.ts'
import type { Caller } from '../caller.ts'
import type { EntityTags } from '../objects/entity-tags.ts'
import type { LocatedVersion } from '../objects/get-version.ts'
import type { ObjectRef } from '../objects/object-ref.ts'
import type { Parts } from '../parts.ts'

export interface DeleteAnnotationOptions {
  readonly name: string
  /** Entity tags that the object may have. */
  readonly objectIfMatch?: EntityTags | undefined
  /** Asks that a retention in governance mode be passed over. */
  readonly bypassesGovernance?: boolean | undefined
}

/**
 * Removes an annotation for good; one that is not there is removed already. Throws what getVersion throws, PreconditionFailed, and AccessDenied for
 * an object under object lock. https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectAnnotation.html
 */
export const deleteAnnotation =
  (parts: Pick<Parts, 'metadata' | 'clock' | 'settings'>) =>
  (
    caller: Caller,
    object: ObjectRef,
    { name, objectIfMatch, bypassesGovernance = false }: DeleteAnnotationOptions,
  ): Promise<{ readonly versionId: string | undefined }> =>
    parts.metadata.transaction(async (tx) => {
      const action = 's3:DeleteObjectAnnotation'
      const located = await findToChange(parts, tx, { caller, object, action })
      const { bucket, version } = located
      checkObjectMatches(version, objectIfMatch)
      const now = parts.clock.now()
      if (
        isLocked(version.attributes.lock, {
          now,
          bypassesGovernance: bypassesGovernance && mayBypass(caller, located),
        })
      )
        throw new S3Error('AccessDenied', {
          message: 'Access Denied because object protected by object lock.',
        })
      if (await tx.removeAnnotation(version.sequence, name, now + parts.settings.trashMs))
        await tx.appendEvents(
          eventsOfChange({ name: 'ObjectAnnotation:Delete', at: now }, { ...located, caller }),
        )
      return { versionId: shownVersionId(bucket, version) }
    })

const mayBypass = (caller: Caller, located: LocatedVersion) =>
  decide(caller, 's3:BypassGovernanceRetention', located) === 'allow'
