import { arnOf } from '../iam/arn.ts'
import { contextKey } from '../policy/language/context.ts'
import type { Session, SessionTags } from './session.ts'
import type { WebIdentity } from './web-tokens.ts'

/**
 * What policies may ask of a token, by `<provider's URL without scheme>:<claim>`; each claim that is a text, a number, a truth value or a list of them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function claimFacts({ provider, claims, audience }: WebIdentity): SessionTags {
  const facts = Object.entries(claims).flatMap(([name, value]) => {
    const values = textsOf(value)
    return values.length === 0 ? [] : [[contextKey(`${provider.name}:${name}`), values] as const]
  })
  return {
    ...Object.fromEntries(facts),
    // As Ceph calls the audience.
    [contextKey(`${provider.name}:app_id`)]: [audience],
    'aws:federatedprovider': [arnOf(provider)],
  }
}

const tagsClaim = 'https://aws.amazon.com/tags'
const sourceIdentityClaim = 'https://aws.amazon.com/source_identity'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp */
export function tagsInToken(
  claims: WebIdentity['claims'],
): Pick<Session, 'tags' | 'transitiveTagKeys' | 'sourceIdentity'> {
  const given = recordOf(listed(claims[tagsClaim]))
  const tags = Object.entries(recordOf(listed(given['principal_tags'])))
  const [sourceIdentity] = textsOf(claims[sourceIdentityClaim])
  return {
    tags: Object.fromEntries(tags.map(([key, value]) => [key, textsOf(value)])),
    transitiveTagKeys: textsOf(given['transitive_tag_keys']),
    sourceIdentity,
  }
}

const isText = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter(isText).map(String)

/** Keycloak puts objects into lists of one. */
const listed = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value)

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
