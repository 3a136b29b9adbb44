import { S3Error } from '../core/errors.ts'
import { isoTime } from './request-time.ts'

/** The fields of a form by lower-case name, without the file; `${filename}` is already replaced. */
export type FormFields = ReadonlyMap<string, string>

/** What the policy leaves to whoever reads the file: its size in bytes, both ends inclusive. */
export interface PostLimits {
  readonly contentLength: { readonly min: number; readonly max: number } | undefined
}

type Condition =
  | {
      readonly operator: 'eq' | 'starts-with'
      readonly field: string
      readonly shown: string
      readonly value: string
    }
  | { readonly operator: 'content-length-range'; readonly min: number; readonly max: number }

interface PostPolicy {
  readonly expiration: number
  readonly conditions: readonly Condition[]
}

/**
 * Checks a form against its policy, which must allow every field and name the bucket that the form was sent to.
 * Throws InvalidPolicyDocument for a policy that can't be read, AccessDenied for a form that doesn't fit.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function verifyPostPolicy(
  fields: FormFields,
  { now, bucket }: { readonly now: number; readonly bucket?: string | undefined },
): PostLimits {
  const policy = parsePostPolicy(fields.get('policy') ?? '')
  if (now >= policy.expiration) {
    throw denied('Policy expired.', { Expires: isoTime(policy.expiration), ServerTime: isoTime(now) })
  }
  const checked = bucket === undefined ? fields : new Map([...fields, ['bucket', bucket]])
  const named = new Set<string>()
  for (const condition of policy.conditions) {
    if (condition.operator === 'content-length-range') continue
    if (!isMet(condition, checked.get(condition.field))) {
      const { operator, shown, value } = condition
      throw denied(
        `Policy Condition failed: [${[operator, `$${shown}`, value].map((part) => JSON.stringify(part)).join(', ')}]`,
      )
    }
    named.add(condition.field)
  }
  const extra = [...checked.keys()].filter((name) => !named.has(name) && !needsNoCondition(name))
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`)
  return { contentLength: lengthRange(policy.conditions) }
}

const denied = (reason: string, detail = {}) =>
  new S3Error('AccessDenied', { message: `Invalid according to Policy: ${reason}`, detail })

function isMet(
  condition: Exclude<Condition, { operator: 'content-length-range' }>,
  sent: string | undefined,
): boolean {
  const { operator, field, value } = condition
  if (sent === undefined) return false
  if (operator === 'eq') return sent === value
  if (field !== 'content-type') return sent.startsWith(value)
  return sent.split(',').every((type) => type.trim().startsWith(value))
}

// A checksum only vouches for the file. (Ceph's clients leave it out of the policy too.)
const needsNoCondition = (name: string) =>
  ['policy', 'signature', 'x-amz-signature', 'awsaccesskeyid', 'file'].includes(name) ||
  name.startsWith('x-ignore-') ||
  name.startsWith('x-amz-checksum-')

function lengthRange(conditions: readonly Condition[]): PostLimits['contentLength'] {
  const ranges = conditions.filter((condition) => condition.operator === 'content-length-range')
  if (ranges.length === 0) return undefined
  return { min: Math.max(...ranges.map(({ min }) => min)), max: Math.min(...ranges.map(({ max }) => max)) }
}

function parsePostPolicy(base64: string): PostPolicy {
  const document = parseJson(Buffer.from(base64, 'base64').toString())
  if (!isObject(document)) throw invalid('Policy is not a JSON object.')
  const { expiration, conditions } = document
  if (expiration === undefined) throw invalid('Policy missing expiration.')
  if (!Array.isArray(conditions)) throw invalid('Policy missing conditions.')
  return { expiration: parseExpiration(expiration), conditions: conditions.map(parseCondition) }
}

const invalid = (reason: string) =>
  new S3Error('InvalidPolicyDocument', { message: `Invalid Policy: ${reason}` })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new S3Error('InvalidPolicyDocument', { message: 'Invalid Policy: Invalid JSON.', cause: error })
  }
}

const isObject = (value: unknown): value is Readonly<Record<'expiration' | 'conditions', unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseExpiration(value: unknown): number {
  const text = typeof value === 'string' ? value : ''
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(time)) throw invalid(`Invalid 'expiration' value: '${text}'`)
  return time
}

function parseCondition(condition: unknown): Condition {
  if (Array.isArray(condition)) return parseListCondition(condition)
  if (!isObject(condition)) throw invalid('Invalid Condition: it must be an object or an array.')
  const [entry, ...others] = Object.entries(condition)
  if (entry === undefined || others.length > 0) {
    throw invalid('Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.')
  }
  const [name, value] = entry
  return fieldCondition('eq', name, value)
}

function parseListCondition(list: readonly unknown[]): Condition {
  const [operator, first, second] = list
  const name = typeof operator === 'string' ? operator.toLowerCase() : ''
  if (list.length !== 3) throw invalid(`Invalid Condition: wrong number of arguments for '${name}'.`)
  if (name === 'content-length-range') {
    const [min, max] = [byteCount(first), byteCount(second)]
    return { operator: name, min, max }
  }
  if (name !== 'eq' && name !== 'starts-with')
    throw invalid(`Invalid Condition: unknown operation '${name}'.`)
  if (typeof first !== 'string' || !first.startsWith('$')) {
    throw invalid(`Invalid '${name}' condition: the field must be a name that starts with '$'.`)
  }
  return fieldCondition(name, first.slice(1), second)
}

function fieldCondition(operator: 'eq' | 'starts-with', shown: string, value: unknown): Condition {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw invalid(`Invalid '${operator}' condition: the value of '${shown}' must be a string.`)
  }
  return { operator, field: shown.toLowerCase(), shown, value: String(value) }
}

function byteCount(value: unknown): number {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count
  throw invalid("Invalid 'content-length-range' condition: its ends must be numbers of bytes.")
}
