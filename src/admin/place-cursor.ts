import { S3Error } from '../core/errors.ts'

/** A place in a listing that has more than one row for a key: behind the row of this id. */
interface Place {
  readonly key: string
  /** Undefined: behind all rows of the key, or of what begins with it. */
  readonly id: string | undefined
}

/** Nobody but the server looks into it. */
export const placeCursor = ({ key, id }: Place): string =>
  Buffer.from(JSON.stringify(id === undefined ? [key] : [key, id])).toString('base64url')

/** Throws InvalidArgument for what is no cursor. */
export function parsePlaceCursor(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (isPlace(place)) return { key: place[0], id: place[1] }
  } catch {
    // Said below.
  }
  throw new S3Error('InvalidArgument', {
    message: 'after: no place in a listing; take the `next` of a page.',
  })
}

const isPlace = (value: unknown): value is readonly [string, string?] =>
  Array.isArray(value) &&
  (value.length === 1 || value.length === 2) &&
  value.every((part) => typeof part === 'string')
