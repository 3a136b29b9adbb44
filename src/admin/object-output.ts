import { isoTime } from '../lib/iso-time.ts'
import { replicaMark } from '../core/replication/replica-target.ts'
import type { Encryption } from '../core/encryption/encryption.ts'
import type { FoundObject } from '../core/objects/open-object.ts'
import type { ListedObject } from '../core/objects/list-query.ts'
import type { ObjectAttributes } from '../core/objects/object-version.ts'
import type { ObjectLock } from '../core/objects/object-lock.ts'
import type { OutputOf } from './contract.ts'

type ObjectOutput = OutputOf<'describeObject'>

export const listedOutput = ({
  key,
  size,
  etag,
  lastModified,
  storageClass,
}: Pick<ListedObject, 'key' | 'size' | 'etag' | 'lastModified' | 'storageClass'>) => ({
  key,
  size,
  etag,
  lastModified: isoTime(lastModified),
  storageClass,
})

/** All that is known of an object. */
export function objectOutput({ version, versionId, lock, restoredUntil }: FoundObject): ObjectOutput {
  const { attributes, content } = version
  return {
    ...listedOutput(version),
    versionId: versionId ?? null,
    ...headersOutput(attributes),
    userMetadata: { ...attributes.userMetadata },
    tags: [...(attributes.tags ?? [])],
    checksum: attributes.checksum ?? null,
    encryption: encryptionOutput(attributes.encryption),
    ...lockOutput(lock),
    replicationStatus: replicationStatus(attributes),
    restoredUntil: restoredUntil === undefined ? null : isoTime(restoredUntil),
    parts: content.kind === 'parts' ? content.count : null,
  }
}

const headersOutput = (attributes: ObjectAttributes) => ({
  contentType: attributes.contentType ?? null,
  cacheControl: attributes.cacheControl ?? null,
  contentDisposition: attributes.contentDisposition ?? null,
  contentEncoding: attributes.contentEncoding ?? null,
  contentLanguage: attributes.contentLanguage ?? null,
})

const encryptionOutput = (encryption: Encryption | undefined): ObjectOutput['encryption'] =>
  encryption
    ? {
        algorithm: encryption.form,
        keyArn: encryption.form === 'aws:kms' ? encryption.keyArn : null,
      }
    : null

const lockOutput = ({ retention, legalHold }: ObjectLock = {}) => ({
  retention: retention ? { mode: retention.mode, until: isoTime(retention.retainUntil) } : null,
  legalHold: legalHold ?? null,
})

/** A copy from another store tells by its metadata that it is one. */
function replicationStatus({
  replication,
  userMetadata,
}: ObjectAttributes): ObjectOutput['replicationStatus'] {
  if (replication) return replication.status
  return userMetadata?.[replicaMark] === undefined ? null : 'REPLICA'
}
