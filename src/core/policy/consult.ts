import { decidingStatement, type PolicyQuestion } from './language/evaluate.ts'
import { requesterOf } from './facts.ts'
import type { Caller } from '../caller.ts'
import type { CompiledPolicy } from './identity-policy.ts'
import type { Opinion } from './opinion.ts'
import type { Requester } from './language/principal.ts'
import type { Say } from './say.ts'

/** A question, as policies of all kinds are asked it. */
export interface Consultation {
  readonly caller: Caller
  /** In the words of policies, found when the first of them is asked. */
  readonly inWords: () => Omit<PolicyQuestion, 'requester'>
  /** The question is about an object whose tags are not known yet. */
  readonly lacksTags: boolean
  /** Hears every opinion on the way to a decision. */
  readonly record?: ((opinion: Opinion) => void) | undefined
}

interface Asked {
  readonly source: Opinion['source']
  /** Of a policy that is one of several. */
  readonly name?: string
  readonly requester?: Requester | undefined
}

/** What one policy says, to the caller or to somebody the caller counts as. */
export function consult(
  policy: CompiledPolicy,
  { caller, inWords, lacksTags, record }: Consultation,
  { source, name, requester }: Asked,
): Say {
  if (lacksTags && policy.asksForTags) return 'needs-object'
  const statement = decidingStatement(policy, { requester: requester ?? requesterOf(caller), ...inWords() })
  const says = statement && (statement.effect === 'Deny' ? 'deny' : 'allow')
  record?.({
    source,
    policy: name,
    says,
    statement: statement && { id: statement.sid, index: policy.statements.indexOf(statement) },
  })
  return says
}
