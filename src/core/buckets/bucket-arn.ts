import { S3Error } from '../errors.ts'

/** The bucket's name in `arn:aws:s3:::NAME`. Throws InvalidArgument for what is no ARN of a bucket. */
export function bucketOfArn(arn: string): string {
  const name = /^arn:aws[a-z-]*:s3:::([^:/]+)$/.exec(arn)?.[1]
  if (name !== undefined) return name
  throw new S3Error('InvalidArgument', {
    message: 'The destination is not the ARN of a bucket.',
    detail: { ArgumentName: 'Bucket', ArgumentValue: arn },
  })
}
