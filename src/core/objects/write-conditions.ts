import type { ErrorCode } from '../errors.ts'
import type { WriteAnswer, WriteConditions } from './object-write.ts'

/** What conditions look at. Times are milliseconds since 1970, sizes bytes. */
interface ConditionFacts {
  readonly etag: string
  readonly lastModified: number
  readonly size: number
  readonly sequence: number
  /** Whether a version that is named is its key's newest. */
  readonly isNewest?: boolean
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
export function refusedBy(
  conditions: WriteConditions,
  current: ConditionFacts | undefined,
): WriteAnswer | undefined {
  const { ifMatch, ifNoneMatch, ifLastModified, ifSize, ifSequence } = conditions
  if (!current) return asksForExisting(conditions) ? refused('NoSuchKey') : undefined
  if (ifMatch !== undefined && !matches(ifMatch, current.etag)) return failed('If-Match')
  if (ifNoneMatch !== undefined && matches(ifNoneMatch, current.etag)) return failed('If-None-Match')
  if (ifLastModified !== undefined && !sameSecond(ifLastModified, current.lastModified))
    return failed('x-amz-if-match-last-modified-time')
  if (ifSize !== undefined && ifSize !== current.size) return failed('x-amz-if-match-size')
  if (ifSequence !== undefined && ifSequence !== current.sequence) return failed('sequence')
  if (conditions.ifNoncurrent === true && current.isNewest === true) return failed('noncurrent')
  return undefined
}

const asksForExisting = ({ ifMatch, ifLastModified, ifSize, ifSequence }: WriteConditions) =>
  [ifMatch, ifLastModified, ifSize, ifSequence].some((asked) => asked !== undefined)
const matches = (wanted: readonly string[] | '*', etag: string) => wanted === '*' || wanted.includes(etag)
const sameSecond = (a: number, b: number) => Math.floor(a / 1000) === Math.floor(b / 1000)
const refused = (code: ErrorCode): WriteAnswer => ({ kind: 'refused', code })
const failed = (condition: string): WriteAnswer => ({
  kind: 'refused',
  code: 'PreconditionFailed',
  detail: { Condition: condition },
})
