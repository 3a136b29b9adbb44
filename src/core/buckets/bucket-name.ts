import { isIPv4 } from 'node:net'
import { S3Error } from '../errors.ts'

const label = '[a-z0-9]([a-z0-9-]*[a-z0-9])?'
const labels = new RegExp(`^${label}(\\.${label})*$`)
const reserved = [
  /^(xn--|sthree-|amzn-s3-demo-)/,
  /(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/,
  // `<project>.projects.<domain>` is the host of a project's own buckets.
  /(^|\.)projects$/,
]

/**
 * 3 to 63 lower-case letters, digits, hyphens and dots that make a host name and no address. Throws InvalidBucketName.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function checkBucketName(name: string): void {
  const fits = name.length >= 3 && name.length <= 63 && labels.test(name)
  if (fits && !isIPv4(name) && !reserved.some((pattern) => pattern.test(name))) return
  throw new S3Error('InvalidBucketName', { detail: { BucketName: name } })
}
