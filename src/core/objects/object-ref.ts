import { S3Error } from '../errors.ts'

/** An object as a request names it. */
export interface ObjectRef {
  readonly bucket: string
  readonly key: string
  readonly versionId?: string | undefined
}

/** While nothing is versioned, the only version that can exist is the one called null. */
export const namesNoVersion = ({ versionId }: Pick<ObjectRef, 'versionId'>): boolean =>
  versionId !== undefined && versionId !== 'null'

export function noSuchVersion({ key, versionId = '' }: Omit<ObjectRef, 'bucket'>): S3Error {
  return new S3Error('NoSuchVersion', { detail: { Key: key, VersionId: versionId } })
}
