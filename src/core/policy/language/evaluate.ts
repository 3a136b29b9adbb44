import { exceptsRequester, includesRequester, type Requester } from './principal.ts'
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
export function evaluate(policy: Policy, question: PolicyQuestion): 'allow' | 'deny' | undefined {
  const statement = decidingStatement(policy, question)
  return statement && (statement.effect === 'Deny' ? 'deny' : 'allow')
}

/** The statement that makes a policy say so: the first that denies, or else the first that allows. */
export function decidingStatement({ statements }: Policy, question: PolicyQuestion): Statement | undefined {
  let allowing: Statement | undefined
  for (const statement of statements) {
    // Once one allows, only a deny can still make a difference.
    if (allowing && statement.effect === 'Allow') continue
    if (!applies(statement, question)) continue
    if (statement.effect === 'Deny') return statement
    allowing = statement
  }
  return allowing
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
  return principals.isNegated
    ? !exceptsRequester(principals.named, requester)
    : includesRequester(principals.named, requester)
}
