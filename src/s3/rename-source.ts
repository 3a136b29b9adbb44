import { S3Error } from '../core/errors.ts'
import { checkObjectKey } from '../core/objects/object-key.ts'

/** Reads x-amz-rename-source: a key of the same bucket, percent-encoded, with or without a slash in front. Throws InvalidArgument, KeyTooLongError. */
export function parseRenameSource(header: string): string {
  const key = decoded(header.replace(/^\//, ''))
  checkObjectKey(key)
  return key
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new S3Error('InvalidArgument', {
      message: 'Invalid rename source encoding.',
      detail: { ArgumentName: 'x-amz-rename-source', ArgumentValue: text },
      cause,
    })
  }
}
