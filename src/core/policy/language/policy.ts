import { isRecord } from './json.ts'
import { malformed } from './malformed.ts'
import { parseStatement, type PolicyKind, type Statement } from './statement.ts'

/** A policy, compiled. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export interface Policy {
  readonly id: string | undefined
  readonly statements: readonly Statement[]
  /** All that its conditions and variables ask for, as contextKey writes it. */
  readonly keys: ReadonlySet<string>
}

const elements = ['Version', 'Id', 'Statement']
const versions = ['2012-10-17', '2008-10-17']

/** Reads and compiles the JSON of a policy. Throws MalformedPolicy. */
export function parsePolicy(text: string, kind: PolicyKind): Policy {
  const document = parseJson(text)
  const unknown = Object.keys(document).find((name) => !elements.includes(name))
  if (unknown !== undefined) throw malformed(`Unknown field ${unknown}`, unknown)
  const { Version: version = '2008-10-17', Id: id, Statement: given } = document
  if (typeof version !== 'string' || !versions.includes(version))
    throw malformed('The policy must contain a valid version string', 'Version')
  if (id !== undefined && typeof id !== 'string') throw malformed('Invalid policy syntax.', 'Id')
  if (given === undefined) throw malformed('Missing required field Statement', 'Statement')
  const list: readonly unknown[] = Array.isArray(given) ? given : [given]
  if (list.length === 0) throw malformed('Could not parse the policy: Statement is empty!', 'Statement')
  // Variables came with the newer version; in the older one they are plain text.
  const hasVariables = version === '2012-10-17'
  const statements = list.map((element, index) =>
    parseStatement(element, { kind, path: `Statement[${String(index)}]`, hasVariables }),
  )
  return { id, statements, keys: keysOf(statements) }
}

function parseJson(text: string): Readonly<Record<string, unknown>> {
  if (!text.startsWith('{')) throw notJson()
  try {
    const document: unknown = JSON.parse(text)
    if (isRecord(document)) return document
  } catch {
    throw notJson()
  }
  throw notJson()
}

const notJson = () => malformed("Policies must be valid JSON and the first byte must be '{'", 'Policy')

const keysOf = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(
    statements.flatMap(({ resources, conditions }) => [
      ...(resources?.patterns ?? []).flatMap(({ keys }) => keys),
      ...conditions.flatMap(({ key, patterns }) => [key, ...patterns.flatMap(({ keys }) => keys)]),
    ]),
  )
