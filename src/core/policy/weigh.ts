import { consult, type Consultation } from './consult.ts'
import { either, both, type Decision, type Say } from './say.ts'
import type { Limit } from './limit.ts'
import type { NamedPolicy } from './identity-policy.ts'
import type { Principal } from '../iam/principal.ts'
import type { Requester } from './language/principal.ts'

/** What those say to whom a resource belongs. */
export interface ResourceSide {
  /** To the caller's account: what it may hand on to its users and roles. */
  readonly account: Say
  /** What the resource grants to somebody by name, or to everyone; absent for resources of other accounts, which can't do without the caller's. */
  readonly grants?: ((requester: Requester) => Say) | undefined
}

/**
 * Weighs what the resource's side says against the caller's own policies and limits.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function weigh(consultation: Consultation, { account, grants }: ResourceSide): Decision {
  const { caller } = consultation
  if (caller.kind === 'anonymous') return account ?? 'deny'
  const { principal, limits } = caller
  const granted = principal
    ? either(both(account, byIdentity(principal, consultation)), grants && directly(principal, grants))
    : account
  if (!limits) return granted ?? 'deny'
  const byName = () => principal && grants?.({ kind: 'named', arns: [principal.arn] })
  return limits.reduce((say, limit) => both(say, within(limit, consultation, byName)), granted) ?? 'deny'
}

const byIdentity = ({ policies }: Principal, consultation: Consultation): Say =>
  anyOf(policies, consultation, 'identity')

const anyOf = (
  policies: readonly NamedPolicy[],
  consultation: Consultation,
  source: 'identity' | Limit['kind'],
): Say =>
  policies.reduce<Say>(
    (say, policy) => either(say, consult(policy, consultation, { source, name: policy.name })),
    undefined,
  )

type Grants = NonNullable<ResourceSide['grants']>

/** What needs no policy of the caller's own. */
const directly = ({ arns }: Principal, grants: Grants): Say =>
  either(grants({ kind: 'anonymous' }), grants({ kind: 'named', arns }))

/**
 * Whether a limit leaves it open. What a resource grants to a user or a session by name, no boundary or session policy takes away,
 * unless it denies; an access key's policy always holds.
 */
function within(limit: Limit, consultation: Consultation, byName: () => Say): Say {
  const says = anyOf(limit.policies, consultation, limit.kind)
  const leaves = either(says, limit.kind === 'access-key' ? undefined : byName())
  consultation.record?.({ source: limit.kind, says: leaves })
  return leaves
}
