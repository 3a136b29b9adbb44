import type { ContextValues } from '../policy/language/context.ts'
import type { Session, SessionTags } from './session.ts'

interface Described {
  /** As `aws:PrincipalType` says it. */
  readonly type: string
  /** A session of a role has the role's. */
  readonly arn: string
  readonly userId: string
  readonly userName?: string
  readonly tags: SessionTags
  readonly session?: Session
}

const tagKey = 'aws:principaltag/'

/** What policies may ask of a user or session. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export function principalFacts({ type, arn, userId, userName, tags, session }: Described): ContextValues {
  const tagValues = new Map(Object.entries(tags).map(([name, values]) => [name.toLowerCase(), values]))
  const known: ReadonlyMap<string, readonly string[]> = new Map([
    ['aws:principaltype', [type]],
    ['aws:principalarn', [arn]],
    ['aws:userid', [userId]],
    ...(userName === undefined ? [] : [['aws:username', [userName]] as const]),
    ...(session ? factsOfSession(session) : []),
  ])
  // The keys of tags are told apart without regard to case.
  return (key) =>
    key.startsWith(tagKey) ? tagValues.get(key.slice(tagKey.length).toLowerCase()) : known.get(key)
}

const factsOfSession = ({
  claims,
  tags,
  sourceIdentity,
}: Session): readonly (readonly [string, readonly string[]])[] => [
  ...Object.entries(claims),
  ...(Object.keys(tags).length > 0 ? [['aws:tagkeys', Object.keys(tags)] as const] : []),
  ...(sourceIdentity === undefined ? [] : [['aws:sourceidentity', [sourceIdentity]] as const]),
]
