import { checkKeyPart } from '../core/objects/object-key.ts'

interface PageInput {
  readonly prefix?: string | undefined
  readonly delimiter?: string | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const most = 1000

/** What a call wants of a listing by key. Throws InvalidArgument or KeyTooLongError. */
export function keysPage({ prefix = '', delimiter, after, limit = most }: PageInput) {
  checkKeyPart('prefix', prefix)
  checkKeyPart('delimiter', delimiter)
  checkKeyPart('after', after)
  return { prefix, delimiter, after, limit }
}
