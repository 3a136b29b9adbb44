import { contextKey } from './language/context.ts'
import { malformed } from './language/malformed.ts'
import { compilePattern } from './language/pattern.ts'
import { isKnownConditionKey } from './condition-keys.ts'
import { actionLevels, type ActionLevel } from './s3-actions.ts'
import type { Policy } from './language/policy.ts'
import type { Selection, Statement } from './language/statement.ts'

const maxBytes = 20 * 1024

/**
 * What S3 asks of a bucket's policy besides its grammar: a size, known actions and keys, resources in the bucket. Throws MalformedPolicy.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 */
export function checkBucketPolicy(text: string, { statements }: Policy, bucketName: string): void {
  if (Buffer.byteLength(text) > maxBytes)
    throw malformed('Policy exceeds the maximum allowed document size.', 'Policy')
  for (const [index, statement] of statements.entries())
    checkStatement(statement, bucketName, `Statement[${String(index)}]`)
}

function checkStatement(statement: Statement, bucketName: string, path: string): void {
  const { actions, resources, conditions } = statement
  const levels = actions.texts.map((text) => levelsOf(text, `${path}.${nameOf('Action', actions)}`))
  if (resources) {
    const place = `${path}.${nameOf('Resource', resources)}`
    const reached = new Set(resources.texts.flatMap((text) => reachOf(text, bucketName, place)))
    if (!actions.isNegated && !resources.isNegated) checkPairs(levels, reached, path)
  }
  for (const { key } of conditions) {
    if (!isKnownConditionKey(contextKey(key)))
      throw malformed('Policy has an invalid condition key', `${path}.Condition: ${key}`)
  }
}

const nameOf = (element: string, { isNegated }: Selection) => (isNegated ? `Not${element}` : element)

/** What kinds of resources the actions are about that a text stands for. */
function levelsOf(text: string, place: string): ReadonlySet<ActionLevel> {
  const pattern = compilePattern(text.toLowerCase(), { hasWildcards: true, hasVariables: false })
  const levels = [...actionLevels].flatMap(([action, level]) =>
    pattern.matches(action.toLowerCase(), () => undefined) ? [level] : [],
  )
  if (levels.length === 0) throw malformed('Policy has invalid action', `${place}: ${text}`)
  return new Set(levels)
}

/** Whether a resource is the bucket, objects in it, or both. */
function reachOf(text: string, bucketName: string, place: string): readonly ActionLevel[] {
  const [, named = '', key] = /^arn:aws:s3:::([^/]*)(\/.*)?$/s.exec(text) ?? []
  // A variable may stand for anything.
  const pattern = compilePattern(named.replace(/\$\{[^}]*\}/g, '*'), {
    hasWildcards: true,
    hasVariables: false,
  })
  if (!pattern.matches(bucketName, () => undefined))
    throw malformed('Policy has invalid resource', `${place}: ${text}`)
  if (key !== undefined) return ['object']
  return pattern.isFixed ? ['bucket'] : ['bucket', 'object']
}

function checkPairs(
  levels: readonly ReadonlySet<ActionLevel>[],
  reached: ReadonlySet<ActionLevel>,
  path: string,
): void {
  if (levels.some((of) => !of.has('account') && [...of].every((level) => !reached.has(level))))
    throw malformed('Action does not apply to any resource(s) in statement', path)
}
