import { S3Error } from '../core/errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const beyondAscii = /[^\x00-\x7f]/
const printable = /^[\t\x20-\x7e]*$/
const forbidden = /[\x00-\x08\x0a-\x1f\x7f]/

/** A header's text from the latin1 that node:http gives: UTF-8 where the bytes are UTF-8, else latin1 as it is. */
export function decodeHeader(latin1: string): string {
  if (!beyondAscii.test(latin1)) return latin1
  try {
    return utf8.decode(Buffer.from(latin1, 'latin1'))
  } catch {
    return latin1
  }
}

/** Whether HTTP can carry the text in a header once it is UTF-8. */
export const isHeaderText = (text: string): boolean => !forbidden.test(text)

/** The bytes of a header's text as UTF-8, in the latin1 that node:http wants. Throws InvalidArgument for control characters. */
export function encodeHeader(name: string, text: string): string {
  if (printable.test(text)) return text
  if (!isHeaderText(text)) throw unfitHeader(name, text)
  return Buffer.from(text, 'utf8').toString('latin1')
}

export const unfitHeader = (name: string, text: string): S3Error =>
  new S3Error('InvalidArgument', {
    message: 'The value cannot be sent in an HTTP header.',
    detail: { ArgumentName: name, ArgumentValue: text },
  })

const encodedWord = /=\?utf-8\?([bq])\?([^?\s]*)\?=/gi
const betweenWords = /(\?=)\s+(?==\?utf-8\?[bq]\?)/gi

/** The value of a user metadata header: UTF-8 bytes and RFC 2047 words decoded, as S3 stores them. */
export function decodeMetadata(latin1: string): string {
  const text = decodeHeader(latin1)
  if (!text.includes('=?')) return text
  return text.replace(betweenWords, '$1').replace(encodedWord, (word, form: string, content: string) => {
    const bytes = form.toLowerCase() === 'b' ? Buffer.from(content, 'base64') : quotedBytes(content)
    try {
      return utf8.decode(bytes)
    } catch {
      return word
    }
  })
}

const quotedBytes = (content: string): Buffer =>
  Buffer.from(
    content
      .replaceAll('_', ' ')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

/**
 * User metadata as S3 sends it: printable ASCII as it is, anything else as one RFC 2047 word, in whichever form is shorter.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
 */
export function encodeMetadata(text: string): string {
  if (printable.test(text)) return text
  const bytes = Buffer.from(text, 'utf8')
  const quoted = [...bytes].map(quotedByte).join('')
  const base64 = bytes.toString('base64')
  return quoted.length < base64.length ? `=?UTF-8?Q?${quoted}?=` : `=?UTF-8?B?${base64}?=`
}

function quotedByte(byte: number): string {
  const character = String.fromCharCode(byte)
  if (/[A-Za-z0-9!*+\-/]/.test(character)) return character
  return character === ' ' ? '_' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
}
