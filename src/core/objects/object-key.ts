import { S3Error } from '../errors.ts'

/** In UTF-8. */
const maxKeyBytes = 1024
const loneSurrogate = /\p{Surrogate}/gu

/**
 * A key is 1 to 1,024 bytes of well-formed UTF-8 without NUL. Throws KeyTooLongError or InvalidArgument.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
export function checkObjectKey(key: string): void {
  if (key === '') throw invalid('Key', key, 'An object key has at least one character.')
  checkText('Key', key)
}

/** Prefix, marker and delimiter of a listing are parts of keys, or empty. Throws KeyTooLongError or InvalidArgument. */
export function checkKeyPart(argument: string, text: string | undefined): void {
  if (text !== undefined) checkText(argument, text)
}

function checkText(argument: string, text: string): void {
  const wellFormed = text.replace(loneSurrogate, '\u{FFFD}')
  if (wellFormed !== text) throw invalid(argument, wellFormed, `${argument} is not well-formed UTF-8.`)
  if (text.includes('\0'))
    throw invalid(argument, text.replaceAll('\0', '%00'), `${argument} must not contain NUL.`)
  const size = Buffer.byteLength(text)
  if (size > maxKeyBytes) {
    throw new S3Error('KeyTooLongError', { detail: { Size: size, MaxSizeAllowed: maxKeyBytes } })
  }
}

const invalid = (ArgumentName: string, ArgumentValue: string, message: string) =>
  new S3Error('InvalidArgument', { message, detail: { ArgumentName, ArgumentValue } })
