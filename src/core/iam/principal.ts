import type { ContextValues } from '../policy/language/context.ts'
import type { NamedPolicy } from '../policy/identity-policy.ts'

/** Who in a project signs: an IAM user, a session of a role, or a federated user. The root of a project has none. */
export interface Principal {
  readonly kind: 'user' | 'assumed-role' | 'federated-user'
  /** What `aws:userid` says: `AIDA…`, `AROA…:<session>`, or `<account>:<name>`. */
  readonly userId: string
  /** Of a user. */
  readonly userName: string | undefined
  readonly arn: string
  /** All by which a policy may name it: a role's session is also its role. */
  readonly arns: readonly string[]
  /** What identity policies say of it; any one may allow. */
  readonly policies: readonly NamedPolicy[]
  /** What policies may ask of it: its ARN, tags, session and token. */
  readonly facts: ContextValues
}
