import { disablesAcls } from '../policy/object-ownership.ts'
import { checkUserMetadata } from './user-metadata.ts'
import { copyObject, type CopyResult } from './copy-object.ts'
import { getVersion, type LocatedVersion } from './get-version.ts'
import { sameEncryption } from './same-encryption.ts'
import type { AclRequest, GivenGrant } from '../policy/requested-acl.ts'
import type { Caller } from '../caller.ts'
import type { Grant } from '../policy/acl.ts'
import type { LazySignal } from '../ports.ts'
import type { ObjectAttributes } from './object-version.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'

interface Rewriting {
  /** Takes the place of headers and user metadata. */
  readonly metadata?: ObjectAttributes | undefined
  readonly storageClass?: string | undefined
  readonly signal: LazySignal
}

/**
 * Writes an object anew in its place, or makes an older version the newest one: what is not to change stays, tags, ACL, encryption and storage
 * class too. A lock stays with the version that it was put on. Throws what copyObject throws.
 */
export const rewriteObject =
  (parts: Parts) =>
  async (
    caller: Caller,
    object: ObjectRef,
    { metadata, storageClass, signal }: Rewriting,
  ): Promise<CopyResult> => {
    if (metadata?.userMetadata) checkUserMetadata(metadata.userMetadata)
    const located = await getVersion(parts, caller, object, { withData: false, action: 's3:GetObject' })
    const { attributes, storageClass: kept } = located.version
    const { expires, websiteRedirectLocation } = attributes
    return copyObject(parts)(
      caller,
      { bucket: object.bucket, key: object.key },
      {
        source: object,
        replaceMetadata: metadata && { ...metadata, ...(expires !== undefined && { expires }) },
        websiteRedirectLocation,
        storageClass: storageClass ?? kept,
        encryption: sameEncryption(attributes.encryption),
        acl: sameAcl(located),
        isOfAnySize: true,
        signal,
      },
    )
  }

function sameAcl({ bucket, version: { attributes } }: LocatedVersion): AclRequest {
  if (!attributes.acl || disablesAcls(bucket.configuration)) return {}
  return { grants: attributes.acl.grants.map(givenGrant) }
}

const givenGrant = ({ grantee, permission }: Grant): GivenGrant => ({
  grantee: 'group' in grantee ? { uri: grantee.group } : { id: grantee.canonicalId },
  permission,
})
