import { memo } from '../../lib/memo.ts'
import { parsePolicy, type Policy } from './language/policy.ts'
import type { PolicyKind } from './language/statement.ts'

export interface CompiledPolicy extends Policy {
  /** Whether it asks for the tags of an object, stored or about to be. */
  readonly asksForTags: boolean
}

/** Of an identity or a limit, with what tells people which one it is. */
export interface NamedPolicy extends CompiledPolicy {
  readonly name: string
}

/** So many documents are remembered compiled: those of identities are shared by many. */
const remembered = 1_000

const identityPolicy = memo(remembered, (text) =>
  compilePolicy(text, { hasPrincipals: false, hasResources: true }),
)

/** A policy of a user, role, group, access key or session. Throws MalformedPolicy. */
export const compileIdentityPolicy = (name: string, text: string): NamedPolicy => ({
  ...identityPolicy(text),
  name,
})

/** Who may assume a role. Throws MalformedPolicy. */
export const compileTrustPolicy = memo(remembered, (text) =>
  compilePolicy(text, { hasPrincipals: true, hasResources: false }),
)

/** Throws MalformedPolicy. */
export function compilePolicy(text: string, kind: PolicyKind): CompiledPolicy {
  const policy = parsePolicy(text, kind)
  return { ...policy, asksForTags: [...policy.keys].some((key) => tagKey.test(key)) }
}

const tagKey = /^s3:(?:existingobjecttag\/|requestobjecttag)/
