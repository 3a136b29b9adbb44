import { S3Error } from '../core/errors.ts'
import type { WireRequest } from './wire-request.ts'

/**
 * Ceph's clients may ask for keys in any order, which S3's order is one of. Throws InvalidArgument where they may not.
 * https://docs.ceph.com/en/latest/radosgw/s3/bucketops/
 */
export function checkUnordered({ query }: WireRequest, delimiter: string | undefined): void {
  if (query.get('allow-unordered') !== 'true' || !delimiter) return
  throw new S3Error('InvalidArgument', {
    message: 'A listing with a delimiter is in order.',
    detail: { ArgumentName: 'allow-unordered', ArgumentValue: 'true' },
  })
}
