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

type Holds = (conditions: WriteConditions, current: ConditionFacts) => boolean

/** Each holds when it was not asked for; named as the client knows it, or in our own words where only the server asks. */
const rules: readonly (readonly [name: string, holds: Holds])[] = [
  ['If-Match', ({ ifMatch }, { etag }) => ifMatch === undefined || matches(ifMatch, etag)],
  ['If-None-Match', ({ ifNoneMatch }, { etag }) => ifNoneMatch === undefined || !matches(ifNoneMatch, etag)],
  [
    'x-amz-if-match-last-modified-time',
    ({ ifLastModified }, { lastModified }) =>
      ifLastModified === undefined || sameSecond(ifLastModified, lastModified),
  ],
  ['x-amz-if-match-size', ({ ifSize }, { size }) => ifSize === undefined || ifSize === size],
  ['sequence', ({ ifSequence }, { sequence }) => ifSequence === undefined || ifSequence === sequence],
  ['noncurrent', ({ ifNoncurrent = false }, { isNewest = false }) => !(ifNoncurrent && isNewest)],
]

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
export function refusedBy(
  conditions: WriteConditions,
  current: ConditionFacts | undefined,
): WriteAnswer | undefined {
  if (!current) return asksForExisting(conditions) ? refused('NoSuchKey') : undefined
  const broken = rules.find(([, holds]) => !holds(conditions, current))
  return broken && failed(broken[0])
}

/** Those of size and time hold where nothing is, as the model says of DeleteObject. */
const asksForExisting = ({ ifMatch, ifSequence }: WriteConditions) =>
  ifMatch !== undefined || ifSequence !== undefined
const matches = (wanted: readonly string[] | '*', etag: string) => wanted === '*' || wanted.includes(etag)
const sameSecond = (a: number, b: number) => Math.floor(a / 1000) === Math.floor(b / 1000)
const refused = (code: ErrorCode): WriteAnswer => ({ kind: 'refused', code })
const failed = (condition: string): WriteAnswer => ({
  kind: 'refused',
  code: 'PreconditionFailed',
  detail: { Condition: condition },
})
