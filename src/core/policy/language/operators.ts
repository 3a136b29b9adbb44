import { networkMatcher } from '../../../lib/networks.ts'
import { arnPattern } from './arn-pattern.ts'
import { compilePattern } from './pattern.ts'
import type { Pattern } from './pattern.ts'

/** Makes a value of a policy something that values of requests are compared with; undefined when it is not of the operator's kind. */
export type Comparison = (value: string, options: { readonly hasVariables: boolean }) => Pattern | undefined

const plain = (matches: (text: string) => boolean, isFixed = true): Pattern => ({
  matches,
  keys: [],
  isFixed,
})

const text =
  ({ hasWildcards }: { readonly hasWildcards: boolean }): Comparison =>
  (value, { hasVariables }) =>
    compilePattern(value, { hasWildcards, hasVariables })

const textOfAnyCase: Comparison = (value, { hasVariables }) => {
  const pattern = compilePattern(lowerCase(value), { hasWildcards: false, hasVariables })
  return {
    ...pattern,
    matches: (given, valuesOf) =>
      pattern.matches(given.toLowerCase(), (key) => valuesOf(key)?.map((known) => known.toLowerCase())),
  }
}

/** All but the variables, whose keys may name a tag. */
const lowerCase = (value: string) =>
  value.replace(/\$\{[^}]*\}|[^$]+|\$/g, (part) => (part.startsWith('${') ? part : part.toLowerCase()))

const ordered =
  (parse: (value: string) => number, compare: (given: number, value: number) => boolean): Comparison =>
  (value) => {
    const bound = parse(value)
    return Number.isNaN(bound) ? undefined : plain((given) => compare(parse(given), bound))
  }

const numberOf = (value: string) => (value.trim() === '' ? NaN : Number(value))
/** A date of ISO 8601, or seconds since 1970. */
const dateOf = (value: string) => (/^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value))

const orders = {
  Equals: (given: number, value: number) => given === value,
  LessThan: (given: number, value: number) => given < value,
  LessThanEquals: (given: number, value: number) => given <= value,
  GreaterThan: (given: number, value: number) => given > value,
  GreaterThanEquals: (given: number, value: number) => given >= value,
} as const

const family = (name: string, parse: (value: string) => number): [string, Comparison][] =>
  Object.entries(orders).map(([order, compare]) => [name + order, ordered(parse, compare)])

const bool: Comparison = (value) => {
  const wanted = value.toLowerCase()
  return ['true', 'false'].includes(wanted) ? plain((given) => given.toLowerCase() === wanted) : undefined
}

const bytes: Comparison = (value) => {
  const wanted = Buffer.from(value, 'base64')
  return plain((given) => Buffer.from(given, 'base64').equals(wanted))
}

const network: Comparison = (value) => {
  try {
    return plain(networkMatcher([value]))
  } catch {
    return undefined
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['StringEquals', text({ hasWildcards: false })],
  ['StringEqualsIgnoreCase', textOfAnyCase],
  ['StringLike', text({ hasWildcards: true })],
  ['Bool', bool],
  ['BinaryEquals', bytes],
  ['IpAddress', network],
  ['ArnEquals', arnPattern],
  ['ArnLike', arnPattern],
  ...family('Numeric', numberOf),
  ...family('Date', dateOf),
])

/** The operators that hold when another one does not. */
export const negations: ReadonlyMap<string, string> = new Map([
  ['StringNotEquals', 'StringEquals'],
  ['StringNotEqualsIgnoreCase', 'StringEqualsIgnoreCase'],
  ['StringNotLike', 'StringLike'],
  ['NumericNotEquals', 'NumericEquals'],
  ['DateNotEquals', 'DateEquals'],
  ['NotIpAddress', 'IpAddress'],
  ['ArnNotEquals', 'ArnEquals'],
  ['ArnNotLike', 'ArnLike'],
])
