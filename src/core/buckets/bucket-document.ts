import { S3Error, type ErrorCode } from '../errors.ts'
import { changeConfiguration } from './change-configuration.ts'
import { getBucket } from './get-bucket.ts'
import type { BucketConfiguration } from './bucket.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** The documents that a bucket may be without. */
type DocumentName = Exclude<keyof BucketConfiguration, 'acl'>
type Document<Name extends DocumentName> = NonNullable<BucketConfiguration[Name]>

interface DocumentRules<Name extends DocumentName> {
  /** What `get` throws for a bucket without the document. */
  readonly missing: ErrorCode
  /** Throws when the document must not stand beside what the bucket has. */
  readonly check?: (document: Document<Name>, configuration: BucketConfiguration) => void
}

/** Reads and changes a document of which a bucket has one or none. All three throw NoSuchBucket. */
export const bucketDocument = <Name extends DocumentName>(
  name: Name,
  { missing, check }: DocumentRules<Name>,
) => {
  const replace = (parts: Pick<Parts, 'metadata'>, place: BucketPlace, document?: Document<Name>) =>
    changeConfiguration(parts, place, (configuration) => {
      if (document !== undefined) check?.(document, configuration)
      return { ...configuration, [name]: document }
    })

  return {
    get:
      (parts: Pick<Parts, 'metadata'>) =>
      async (caller: Caller, bucket: string): Promise<Document<Name>> => {
        const document = (await getBucket(parts, caller, bucket)).configuration[name]
        if (document !== undefined) return document
        throw new S3Error(missing, { detail: { BucketName: bucket } })
      },
    put:
      (parts: Pick<Parts, 'metadata'>) =>
      (caller: Caller, bucket: string, document: Document<Name>): Promise<void> =>
        replace(parts, { caller, name: bucket }, document),
    delete:
      (parts: Pick<Parts, 'metadata'>) =>
      (caller: Caller, bucket: string): Promise<void> =>
        replace(parts, { caller, name: bucket }),
  }
}

interface BucketPlace {
  readonly caller: Caller
  readonly name: string
}
