import { S3Error } from '../core/errors.ts'

/** Opaque to clients: the last entry of a page. */
export const continuationToken = (last: string): string => Buffer.from(last).toString('base64url')

/** Throws InvalidArgument for what is no token of ours. */
export function parseContinuationToken(token: string): string {
  const last = Buffer.from(token, 'base64url').toString()
  if (token !== '' && continuationToken(last) === token) return last
  throw new S3Error('InvalidArgument', {
    message: 'The continuation token provided is incorrect',
    detail: { ArgumentName: 'continuation-token', ArgumentValue: token },
  })
}
