import { contextKey, type ContextValues } from './context.ts'
import { isRecord, textsOf } from './json.ts'
import { malformed } from './malformed.ts'
import { comparisons, negations, type Comparison } from './operators.ts'
import type { Pattern } from './pattern.ts'

/** What one operator asks of one key. */
export interface Condition {
  /** Such as `StringLike`, without qualifier and `IfExists`. */
  readonly operator: string
  /** As contextKey writes it. */
  readonly key: string
  /** As written. */
  readonly values: readonly string[]
  /** What the values of the request are compared with; none for `Null`. */
  readonly patterns: readonly Pattern[]
  /** Whether it only holds when the request has the key, with one of the values. */
  readonly isStrict: boolean
  readonly holds: (valuesOf: ContextValues) => boolean
}

interface Place {
  readonly path: string
  readonly hasVariables: boolean
}

/**
 * Reads a Condition element; all of its conditions must hold. Throws MalformedPolicy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function parseConditions(element: unknown, { path, hasVariables }: Place): readonly Condition[] {
  if (element === undefined) return []
  if (!isRecord(element)) throw malformed('Invalid policy syntax.', path)
  return Object.entries(element).flatMap(([name, block]) => {
    const at = `${path}.${name}`
    const operator = operatorOf(name, at)
    if (!isRecord(block)) throw malformed('Invalid policy syntax.', at)
    return Object.entries(block).map(([key, values]) =>
      conditionOf(operator, key, {
        values: textsOf(values, `${at}.${key}`),
        place: { path: `${at}.${key}`, hasVariables },
      }),
    )
  })
}

interface Operator {
  readonly name: string
  readonly qualifier: string | undefined
  readonly ifExists: boolean
}

function operatorOf(written: string, path: string): Operator {
  const [, qualifier, name = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? []
  const isKnown = comparisons.has(name) || negations.has(name)
  const isNull = name === 'Null' && ifExists === undefined && qualifier === undefined
  if (!isKnown && !isNull) throw malformed(`Invalid Condition type : ${written}`, path)
  return { name, qualifier, ifExists: ifExists !== undefined }
}

interface Given {
  readonly values: readonly string[]
  readonly place: Place
}

function conditionOf(operator: Operator, name: string, { values, place }: Given): Condition {
  const key = contextKey(name)
  if (operator.name === 'Null') {
    const holds = presenceTest(key, values, place.path)
    return { operator: 'Null', key, values, patterns: [], isStrict: false, holds }
  }
  const comparison = comparisons.get(negations.get(operator.name) ?? operator.name)
  const patterns = values.map((value) => patternOf(comparison, value, place))
  const { name: plainName, qualifier, ifExists } = operator
  const isStrict = !negations.has(plainName) && !ifExists && qualifier !== 'ForAllValues'
  const holds = comparisonTest(operator, key, patterns)
  return { operator: plainName, key, values, patterns, isStrict, holds }
}

function patternOf(comparison: Comparison | undefined, value: string, place: Place): Pattern {
  const pattern = comparison?.(value, place)
  if (pattern) return pattern
  throw malformed(`Invalid value in Condition : ${value}`, place.path)
}

/** `Null` holds for "true" when the key is absent, for "false" when it is there. */
function presenceTest(key: string, values: readonly string[], path: string): Condition['holds'] {
  const wanted = values.map((value) => value.toLowerCase())
  if (wanted.some((value) => value !== 'true' && value !== 'false'))
    throw malformed('Invalid value in Condition : Null takes true or false', path)
  return (valuesOf) => wanted.includes(String(valuesOf(key) === undefined))
}

function comparisonTest(
  { name, qualifier, ifExists }: Operator,
  key: string,
  patterns: readonly Pattern[],
): Condition['holds'] {
  const isNegated = negations.has(name)
  const whenAbsent = ifExists || qualifier === 'ForAllValues' || (isNegated && qualifier === undefined)
  // Without a qualifier a negated operator asks that no value fits, others that one does.
  const askAll = qualifier === 'ForAllValues' || (isNegated && qualifier === undefined)
  return (valuesOf) => {
    const values = valuesOf(key)
    if (values === undefined || values.length === 0) return whenAbsent
    const fits = (value: string) => patterns.some((pattern) => pattern.matches(value, valuesOf)) !== isNegated
    return askAll ? values.every(fits) : values.some(fits)
  }
}
