import { S3Error } from '../errors.ts'

/**
 * Checks the encryption context of SSE-KMS: base64 of a JSON object of strings. Throws InvalidArgument.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
 */
export function checkEncryptionContext(header: string): string {
  if (isStringMap(parse(Buffer.from(header, 'base64').toString()))) return header
  throw new S3Error('InvalidArgument', {
    message:
      "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string holding JSON which represents a string-string map",
    detail: { ArgumentName: 'x-amz-server-side-encryption-context', ArgumentValue: header },
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isStringMap = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((member) => typeof member === 'string')
