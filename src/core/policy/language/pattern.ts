import { contextKey, type ContextValues } from './context.ts'
import { type Glob, globMatches, one } from './glob.ts'

/** A text of a policy that others are compared with, compiled once. */
export interface Pattern {
  readonly matches: (text: string, valuesOf: ContextValues) => boolean
  /** The keys of its variables. */
  readonly keys: readonly string[]
  /** Whether it stands for one text only, whatever the request. */
  readonly isFixed: boolean
}

export interface PatternRules {
  /** `*` and `?` stand for others. */
  readonly hasWildcards: boolean
  /** `${…}` stands for a value of the request. */
  readonly hasVariables: boolean
}

interface Variable {
  readonly key: string
  /** Undefined: without a value nothing matches. */
  readonly fallback: string | undefined
}

const any = Symbol('*')
type Token = string | Variable | typeof one | typeof any

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export function compilePattern(text: string, rules: PatternRules): Pattern {
  const tokens = tokensOf(text, rules)
  const variables = tokens.filter((token) => typeof token === 'object')
  const keys = variables.map(({ key }) => key)
  if (variables.length > 0) {
    const matches: Pattern['matches'] = (given, valuesOf) => {
      const glob = globOf(tokens, valuesOf)
      return glob !== undefined && globMatches(glob, given)
    }
    return { matches, keys, isFixed: false }
  }
  const isFixed = !tokens.some((token) => typeof token === 'symbol')
  return { matches: plainTest(tokens), keys, isFixed }
}

/** Of a pattern without variables: most are one text, or all that begins with one. */
function plainTest(tokens: readonly Token[]): (text: string) => boolean {
  const glob = globOf(tokens, () => undefined) ?? []
  const [[head = ''] = [], ...rest] = glob
  if (glob.some((run) => run.length > 1) || typeof head !== 'string') return (text) => globMatches(glob, text)
  if (rest.length === 0) return (text) => text === head
  if (rest.length === 1 && rest[0]?.length === 0) return (text) => text.startsWith(head)
  return (text) => globMatches(glob, text)
}

const syntax = /\$\{([^}]*)\}|[*?]/g

function tokensOf(text: string, rules: PatternRules): readonly Token[] {
  const tokens: Token[] = []
  let done = 0
  for (const { 0: found, 1: variable, index } of text.matchAll(syntax)) {
    const isMeant = variable === undefined ? rules.hasWildcards : rules.hasVariables
    if (!isMeant) continue
    tokens.push(text.slice(done, index), variable === undefined ? wildcardOf(found) : variableOf(variable))
    done = index + found.length
  }
  tokens.push(text.slice(done))
  return tokens.filter((token) => token !== '')
}

const wildcardOf = (character: string) => (character === '*' ? any : one)

/** `key`, `key, 'fallback'`, or one of the three characters that have a meaning of their own otherwise. */
function variableOf(text: string): string | Variable {
  if (text === '*' || text === '?' || text === '$') return text
  const [, key = text, fallback] = /^\s*([^,\s]+)\s*(?:,\s*'([^']*)'\s*)?$/.exec(text) ?? []
  return { key: contextKey(key), fallback }
}

/** Undefined when a variable has no value: values are taken word for word, wildcards in them mean themselves. */
function globOf(tokens: readonly Token[], valuesOf: ContextValues): Glob | undefined {
  let run: (string | typeof one)[] = []
  const glob = [run]
  for (const token of tokens) {
    if (token === any) glob.push((run = []))
    else if (typeof token !== 'object') run.push(token)
    else {
      const [value = token.fallback, ...more] = valuesOf(token.key) ?? []
      // A key with several values can't stand for one.
      if (value === undefined || more.length > 0) return undefined
      run.push(value)
    }
  }
  return glob
}
