import type { Bucket } from '../buckets/bucket.ts'
import type { ObjectVersion, Tags } from '../objects/object-version.ts'

/** What a decision is about: an account, a bucket, or an object in it. */
export interface Resource {
  /** Undefined for actions on no bucket that exists, such as `s3:ListAllMyBuckets` and `s3:CreateBucket`. */
  readonly bucket?: Bucket | undefined
  /** A bucket that is about to be made. */
  readonly newBucket?: NewBucket | undefined
  /** Of an object that has not been read, or does not exist. */
  readonly key?: string | undefined
  /** The version that the request names. */
  readonly versionId?: string | undefined
  /** The object that has been read. */
  readonly version?: Pick<ObjectVersion, 'key' | 'ownerId' | 'attributes'> | undefined
  /** The object is about to be made: what a request says of it, nobody has said before. */
  readonly isNew?: boolean
  /** What is listed, when it is not the request that says so. */
  readonly prefix?: string | undefined
  /** The tags in the body of a request. */
  readonly requestTags?: Tags | undefined
}

interface NewBucket {
  readonly name: string
  readonly locationConstraint: string | undefined
  readonly tags?: Tags | undefined
}

/** As policies name it; a bucket and its objects by its own name alone, however the request has spelt it. */
export function resourceArn({ bucket, newBucket, key, version }: Resource): string {
  const name = bucket?.name ?? newBucket?.name ?? '*'
  const named = version?.key ?? key
  return named === undefined ? `arn:aws:s3:::${name}` : `arn:aws:s3:::${name}/${named}`
}
