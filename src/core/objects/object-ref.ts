import { S3Error } from '../errors.ts'
import { actionOnVersion, type S3Action } from '../policy/s3-actions.ts'

/** An object as a request names it. */
export interface ObjectRef {
  readonly bucket: string
  readonly key: string
  readonly versionId?: string | undefined
}

/** The action on an object, or the one of its own that S3 has when a version is named: `s3:GetObject`, `s3:GetObjectVersion`. */
export const actionOn = ({ versionId }: Pick<ObjectRef, 'versionId'>, action: S3Action): S3Action =>
  versionId === undefined ? action : actionOnVersion(action)

export function noSuchVersion({ key, versionId = '' }: Omit<ObjectRef, 'bucket'>): S3Error {
  return new S3Error('NoSuchVersion', { detail: { Key: key, VersionId: versionId } })
}
