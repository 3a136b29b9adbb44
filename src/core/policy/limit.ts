import { compileIdentityPolicy, type NamedPolicy } from './identity-policy.ts'

/** Policies of which one has to allow what is done, although none of them grants anything. */
export interface Limit {
  /** Of the access key, of the session, or the permissions boundary of a user or role. */
  readonly kind: 'access-key' | 'session' | 'boundary'
  readonly policies: readonly NamedPolicy[]
}

/** What the policy of an access key or API key has to allow, whoever owns it; undefined when it has none. Throws MalformedPolicy. */
export const keyLimits = (policy: string | undefined): readonly Limit[] | undefined =>
  policy === undefined
    ? undefined
    : [{ kind: 'access-key', policies: [compileIdentityPolicy('access-key', policy)] }]
