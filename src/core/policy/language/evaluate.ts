import { includesRequester, type Requester } from './principal.ts'
import type { ContextValues } from './context.ts'
import type { Policy } from './policy.ts'
import type { Selection, Statement } from './statement.ts'

/** What a policy is asked. */
export interface PolicyQuestion {
  readonly requester: Requester
  /** In lower case, such as `s3:getobject`. */
  readonly action: string
  /** An ARN. */
  readonly resource: string
  readonly valuesOf: ContextValues
}

/**
 * What a policy says: an explicit deny wins over every allow; undefined when no statement applies.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate({ statements }: Policy, question: PolicyQuestion): 'allow' | 'deny' | undefined {
  let isAllowed = false
  for (const statement of statements) {
    // Once one allows, only a deny can still make a difference.
    if (isAllowed && statement.effect === 'Allow') continue
    if (!applies(statement, question)) continue
    if (statement.effect === 'Deny') return 'deny'
    isAllowed = true
  }
  return isAllowed ? 'allow' : undefined
}

const applies = (statement: Statement, question: PolicyQuestion): boolean =>
  selects(statement.actions, question.action, question) &&
  (!statement.resources || selects(statement.resources, question.resource, question)) &&
  concerns(statement, question) &&
  statement.conditions.every(({ holds }) => holds(question.valuesOf))

const selects = ({ patterns, isNegated }: Selection, text: string, { valuesOf }: PolicyQuestion): boolean =>
  patterns.some((pattern) => pattern.matches(text, valuesOf)) !== isNegated

function concerns({ principals }: Statement, { requester }: PolicyQuestion): boolean {
  if (!principals) return true
  return includesRequester(principals.named, requester) !== principals.isNegated
}
