import { S3Error } from '../core/errors.ts'
import { packTexts, unpackTexts } from '../lib/length-prefixed.ts'

/** Where a listing goes on, in a form that nobody is tempted to make up. */
export const writeCursor = (...place: readonly string[]): string => packTexts(place).toString('base64url')

/** Throws InvalidArgument for what no listing gave. */
export function readCursor(text: string, length: number): readonly string[] {
  const place = unpackTexts(Buffer.from(text, 'base64url'))
  if (place?.length === length) return place
  throw new S3Error('InvalidArgument', {
    message: 'The cursor is not one that a listing gave.',
    detail: { ArgumentName: 'cursor' },
  })
}

interface Stamped {
  readonly id: string
  readonly at: number
}

/** Of listings by time. */
export const writeTimeCursor = ({ id, at }: Stamped): string => writeCursor(String(at), id)

/** Throws InvalidArgument. */
export function readTimeCursor(text: string): Stamped {
  const [at = '', id = ''] = readCursor(text, 2)
  return { at: Number(at), id }
}
