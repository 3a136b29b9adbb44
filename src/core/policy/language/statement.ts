import { parseConditions, type Condition } from './condition.ts'
import { isRecord, textsOf } from './json.ts'
import { malformed } from './malformed.ts'
import { compilePattern, type Pattern, type PatternRules } from './pattern.ts'
import { parsePrincipals, type Principals } from './principal.ts'

/** Some of all there is: what one of the patterns fits, or with Not… all that none fits. */
export interface Selection {
  readonly texts: readonly string[]
  readonly patterns: readonly Pattern[]
  readonly isNegated: boolean
}

/** A statement, compiled. Elements that its kind of policy does not have are undefined. */
export interface Statement {
  readonly sid: string | undefined
  readonly effect: 'Allow' | 'Deny'
  readonly principals: { readonly named: Principals; readonly isNegated: boolean } | undefined
  /** Patterns of lower-case names: actions are told apart without regard to case. */
  readonly actions: Selection
  readonly resources: Selection | undefined
  readonly conditions: readonly Condition[]
}

/** What a kind of policy has: one of a resource names principals, one of an identity does not, a trust policy has no resources. */
export interface PolicyKind {
  readonly hasPrincipals: boolean
  readonly hasResources: boolean
}

interface StatementPlace {
  readonly kind: PolicyKind
  readonly path: string
  readonly hasVariables: boolean
}

const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]

/** Throws MalformedPolicy. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html */
export function parseStatement(element: unknown, place: StatementPlace): Statement {
  const { kind, path, hasVariables } = place
  if (!isRecord(element)) throw malformed('Invalid policy syntax.', path)
  const unknown = Object.keys(element).find((name) => !elements.includes(name))
  if (unknown !== undefined) throw malformed(`Unknown field ${unknown}`, path)
  if (!kind.hasResources) refuse(element, ['Resource', 'NotResource'], path)
  if (!kind.hasPrincipals) refuse(element, ['Principal', 'NotPrincipal'], path)
  const selection = (name: 'Action' | 'Resource', rules: PatternRules, message: string) =>
    parseSelection(element, { name, rules, path, message })
  return {
    sid: parseSid(element['Sid'], path),
    effect: parseEffect(element['Effect'], path),
    principals: parsePrincipalElements(element, place),
    actions: selection('Action', { hasWildcards: true, hasVariables: false }, 'Policy has invalid action'),
    resources: kind.hasResources
      ? selection('Resource', { hasWildcards: true, hasVariables }, 'Policy has invalid resource')
      : undefined,
    conditions: parseConditions(element['Condition'], { path: `${path}.Condition`, hasVariables }),
  }
}

type Element = Readonly<Record<string, unknown>>

function parseSid(sid: unknown, path: string): string | undefined {
  if (sid === undefined || typeof sid === 'string') return sid
  throw malformed('Invalid policy syntax.', `${path}.Sid`)
}

function parseEffect(effect: unknown, path: string): Statement['effect'] {
  if (effect === undefined) throw malformed('Missing required field Effect', path)
  if (effect === 'Allow' || effect === 'Deny') return effect
  throw malformed(`Invalid effect: ${JSON.stringify(effect)}`, `${path}.Effect`)
}

function parsePrincipalElements(element: Element, { kind, path }: StatementPlace): Statement['principals'] {
  if (!kind.hasPrincipals) return undefined
  const { name, value, isNegated } = oneOf(element, 'Principal', path)
  if (isNegated && element['Effect'] === 'Allow')
    throw malformed('Allow with NotPrincipal is not allowed.', `${path}.${name}`)
  return { named: parsePrincipals(value, `${path}.${name}`), isNegated }
}

interface Selecting {
  readonly name: 'Action' | 'Resource'
  readonly rules: PatternRules
  readonly path: string
  readonly message: string
}

function parseSelection(element: Element, { name, rules, path, message }: Selecting): Selection {
  const { name: written, value, isNegated } = oneOf(element, name, path)
  const place = `${path}.${written}`
  const texts = textsOf(value, place)
  const form = name === 'Action' ? /^(\*|[a-zA-Z0-9-]+:[\w*?-]+)$/ : /^(\*|arn:.*)$/s
  const bad = texts.find((text) => !form.test(text))
  if (bad !== undefined) throw malformed(message, `${place}: ${bad}`)
  const patterns = texts.map((text) => compilePattern(name === 'Action' ? text.toLowerCase() : text, rules))
  return { texts, patterns, isNegated }
}

/** The element or its Not… form: exactly one of them. */
function oneOf(element: Element, name: 'Principal' | 'Action' | 'Resource', path: string) {
  const [plain, negated] = [element[name], element[`Not${name}`]]
  if (plain !== undefined && negated !== undefined)
    throw malformed(`A statement has either ${name} or Not${name}.`, path)
  if (negated !== undefined) return { name: `Not${name}`, value: negated, isNegated: true }
  if (plain !== undefined) return { name, value: plain, isNegated: false }
  throw malformed(`Missing required field ${name}`, path)
}

function refuse(element: Element, names: readonly string[], path: string): void {
  const given = names.find((name) => element[name] !== undefined)
  if (given !== undefined) throw malformed(`Unsupported field ${given}`, path)
}
