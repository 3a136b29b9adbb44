import { consult, type Consultation } from '../policy/consult.ts'
import { consultationOn, weighAction, type ActionQuestion } from '../policy/decide-action.ts'
import { compileTrustPolicy } from '../policy/identity-policy.ts'
import { S3Error } from '../errors.ts'
import type { Caller, ProjectCaller } from '../caller.ts'
import type { ContextValues } from '../policy/language/context.ts'
import type { Identity } from '../iam/identity.ts'
import type { Requester } from '../policy/language/principal.ts'
import type { Say } from '../policy/say.ts'
import type { SessionTags } from './session.ts'

/** What somebody wants to do with a role: assume it, and what that takes besides. */
type TrustAction =
  'sts:AssumeRole' | 'sts:AssumeRoleWithWebIdentity' | 'sts:SetSourceIdentity' | 'sts:TagSession'

/**
 * Asks the role's trust policy, and the policies of who asks. Throws AccessDenied.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html
 */
export function requireTrust(
  caller: ProjectCaller,
  role: Identity,
  { actions, facts }: { readonly actions: readonly TrustAction[]; readonly facts: ContextValues },
): void {
  for (const action of actions) {
    const question: ActionQuestion = { action, resource: role.arn, facts }
    const consultation = consultationOn(caller, question)
    const account = trustSays(role, consultation)
    const isAtHome = caller.project.id === role.projectId
    const grants = (requester: Requester) => notDenied(trustSays(role, consultation, requester))
    const decision = weighAction(caller, question, { account, ...(isAtHome && { grants }) })
    if (decision !== 'allow') throw refused(action, role)
  }
}

/** The same for whom an identity provider vouches: the trust policy alone decides. Throws AccessDenied. */
export function requireFederatedTrust(
  caller: Caller,
  role: Identity,
  asked: {
    readonly actions: readonly TrustAction[]
    readonly facts: ContextValues
    readonly provider: string
  },
): void {
  const { actions, facts, provider } = asked
  for (const action of actions) {
    const consultation = consultationOn(caller, { action, resource: role.arn, facts })
    if (trustSays(role, consultation, { kind: 'federated', provider }) !== 'allow')
      throw refused(action, role)
  }
}

const trustSays = ({ trustPolicy }: Identity, consultation: Consultation, requester?: Requester): Say =>
  trustPolicy === undefined
    ? undefined
    : consult(compileTrustPolicy(trustPolicy), consultation, { source: 'trust-policy', requester })

const notDenied = (says: Say): Say => (says === 'deny' ? undefined : says)

const refused = (action: string, { arn }: Identity) =>
  new S3Error('AccessDenied', { message: `Not authorized to perform: ${action} on resource: ${arn}` })

/** What conditions may ask of a request for a session. */
export interface TrustFacts {
  readonly role: Identity
  readonly sessionName: string
  readonly tags: SessionTags
  readonly transitiveTagKeys: readonly string[]
  readonly sourceIdentity: string | undefined
  readonly externalId?: string | undefined
  /** What the token of an identity provider says. */
  readonly claims?: SessionTags
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
export function trustFacts(asked: TrustFacts): ContextValues {
  const { sessionName, tags, transitiveTagKeys, sourceIdentity, externalId, claims = {}, role } = asked
  const tagKeys = Object.keys(tags)
  const known = new Map<string, readonly string[]>([
    ...Object.entries(claims),
    ['sts:rolesessionname', [sessionName]],
    ...Object.entries(tags).map(([key, values]) => [`aws:requesttag/${key}`, values] as const),
    ...role.tags.flatMap(({ key, value }) => [
      [`aws:resourcetag/${key}`, [value]] as const,
      [`iam:resourcetag/${key}`, [value]] as const,
    ]),
    ...present('aws:tagkeys', tagKeys),
    ...present('sts:transitivetagkeys', transitiveTagKeys),
    ...present('sts:sourceidentity', sourceIdentity === undefined ? [] : [sourceIdentity]),
    ...present('sts:externalid', externalId === undefined ? [] : [externalId]),
  ])
  return (key) => known.get(key)
}

const present = (key: string, values: readonly string[]) =>
  values.length === 0 ? [] : [[key, values] as const]
