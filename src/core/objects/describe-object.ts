import { getVersion } from './open-object.ts'
import type { Caller } from '../caller.ts'
import type { ObjectPart, ObjectVersion } from './object-version.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'

export interface DescribedObject {
  readonly version: ObjectVersion
  /** Of a multipart object. */
  readonly parts: readonly ObjectPart[]
}

/** An object and its parts, without bytes. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html */
export const describeObject =
  (parts: Pick<Parts, 'metadata'>) =>
  async (caller: Caller, object: ObjectRef): Promise<DescribedObject> => {
    const version = await getVersion(parts, caller, object, {
      withData: false,
      action: 's3:GetObjectAttributes',
    })
    return {
      version,
      parts: version.content.kind === 'parts' ? await parts.metadata.listObjectParts(version.sequence) : [],
    }
  }
