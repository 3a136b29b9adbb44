import { S3Error } from '../errors.ts'

/** What a key is confined to, in place of a policy document of its own. */
export interface KeyScope {
  readonly isReadOnly?: boolean | undefined
  /** All but this bucket is out of reach. */
  readonly bucket?: string | undefined
  /** Of the keys within reach, in `bucket`. */
  readonly prefix?: string | undefined
}

const listings = ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads']

/** The policy that must allow what is done within a scope; undefined for one without bounds. Throws InvalidArgument for a prefix without a bucket. */
export function scopePolicy({ isReadOnly = false, bucket, prefix = '' }: KeyScope): string | undefined {
  if (bucket === undefined) {
    if (prefix !== '') throw prefixAlone()
    return isReadOnly ? documentOf([allow(actionsOf(isReadOnly), ['*'])]) : undefined
  }
  const arn = `arn:aws:s3:::${literal(bucket)}`
  if (prefix === '') return documentOf([allow(actionsOf(isReadOnly), [arn, `${arn}/*`])])
  return documentOf([
    allow(actionsOf(isReadOnly), [`${arn}/${literal(prefix)}*`]),
    { ...allow(listings, [arn]), Condition: { StringLike: { 's3:prefix': `${literal(prefix)}*` } } },
    allow(['s3:GetBucketLocation', 's3:GetBucketVersioning'], [arn]),
  ])
}

const actionsOf = (isReadOnly: boolean) => (isReadOnly ? ['s3:Get*', 's3:List*'] : ['s3:*'])

const allow = (Action: readonly string[], Resource: readonly string[]) => ({
  Effect: 'Allow',
  Action,
  Resource,
})

const documentOf = (Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement })

/** Wildcards and variables of the policy language stand for themselves. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars */
const literal = (text: string) => text.replace(/[*?$]/g, '${$&}')

const prefixAlone = () =>
  new S3Error('InvalidArgument', {
    message: 'A key that is confined to a prefix needs a bucket too.',
    detail: { ArgumentName: 'prefix' },
  })
