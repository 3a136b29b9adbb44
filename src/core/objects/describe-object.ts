import { checkReadable } from '../encryption/content-reader.ts'
import { getVersion } from './get-version.ts'
import { requireAllowed } from '../policy/authorise.ts'
import { partsOf } from './parts-of.ts'
import { rereadOnce } from './reread.ts'
import type { Caller } from '../caller.ts'
import { shownVersionId } from './shown-version-id.ts'
import type { ObjectPart, ObjectVersion } from './object-version.ts'
import { actionOn, type ObjectRef } from './object-ref.ts'
import type { OpenOptions } from './open-object.ts'
import type { Parts } from '../parts.ts'

export interface DescribedObject {
  readonly version: ObjectVersion
  /** Undefined where the bucket has never been versioned. */
  readonly versionId: string | undefined
  /** Of a multipart object. */
  readonly parts: readonly ObjectPart[]
}

/** An object and its parts, without bytes. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html */
export const describeObject =
  (parts: Pick<Parts, 'metadata' | 'serverKey'>) =>
  (
    caller: Caller,
    object: ObjectRef,
    { customerKey }: Pick<OpenOptions, 'customerKey'> = {},
  ): Promise<DescribedObject> =>
    rereadOnce(async () => {
      const action = 's3:GetObjectAttributes'
      const { bucket, version } = await getVersion(parts, caller, object, { withData: false, action })
      const { versionId } = object
      requireAllowed(caller, actionOn(object, 's3:GetObject'), { bucket, version, versionId })
      await checkReadable(parts, version, { caller, customerKey })
      return {
        version,
        versionId: shownVersionId(bucket, version),
        parts: await partsOf(parts, version),
      }
    })
