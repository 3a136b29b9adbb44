import { rolePrincipal } from './principals.ts'
import { arnOf } from '../iam/arn.ts'
import { anonymous, type Caller } from '../caller.ts'
import { checkSessionName, getRole } from './find-role.ts'
import { issueSession, type IssuedSession } from './issue-session.ts'
import { ofRole, sessionSeconds } from './session-seconds.ts'
import { sessionPolicies, type SessionPolicies } from './session-policies.ts'
import { requireFederatedTrust, trustFacts } from './trust.ts'
import { claimFacts, tagsInToken } from './web-claims.ts'
import type { ContextValues } from '../policy/language/context.ts'
import type { Identity } from '../iam/identity.ts'
import type { Parts } from '../parts.ts'
import type { Session } from './session.ts'
import type { SessionParts } from './assume-role.ts'
import type { WebIdentity } from './web-tokens.ts'

export interface WebRoleRequest extends SessionPolicies {
  readonly roleArn: string
  readonly sessionName: string
  /** A JWT of an OpenID Connect provider of the role's project. */
  readonly token: string
  readonly durationSeconds?: number | undefined
  /** What policies may ask of the request. */
  readonly request?: ContextValues
}

export interface WebAssumedRole extends IssuedSession {
  readonly assumedRole: { readonly arn: string; readonly id: string }
  readonly subject: string
  readonly audience: string
  /** The provider's ARN. */
  readonly provider: string
  readonly sourceIdentity: string | undefined
}

type WebSessionParts = SessionParts & Pick<Parts, 'webTokens'>

/**
 * Nobody signs this request: the token tells who asks. Throws AccessDenied, ValidationError, MalformedPolicyDocument, PackedPolicyTooLarge,
 * and what WebTokens.verify throws. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export const assumeRoleWithWebIdentity =
  (parts: WebSessionParts) =>
  async (request: WebRoleRequest): Promise<WebAssumedRole> => {
    const name = checkSessionName('roleSessionName', request.sessionName)
    const role = await getRole(parts, request.roleArn)
    const seconds = sessionSeconds(request.durationSeconds, ofRole(role.maxSessionSeconds))
    const { iam } = parts.metadata
    const providers = await iam.list({ kinds: ['oidc-provider'], projectIds: [role.projectId] })
    const identity = await parts.webTokens.verify(request.token, providers)
    const issuedAt = parts.clock.now()
    const session: Session = {
      kind: 'assumed-role',
      projectId: role.projectId,
      identityId: role.id,
      name,
      issuedAt,
      expiresAt: issuedAt + seconds * 1000,
      policies: await sessionPolicies(parts, role.projectId, request),
      keyPolicy: undefined,
      claims: claimFacts(identity),
      ...tagsInToken(identity.claims),
    }
    const asker: Caller = request.request ? { ...anonymous, request: request.request } : anonymous
    requireWebTrust(asker, { role, session, identity })
    const { arn, userId: id } = rolePrincipal(role, session)
    const { subject, audience, provider } = identity
    return {
      ...issueSession(parts, session),
      assumedRole: { arn, id },
      subject,
      audience,
      provider: arnOf(provider),
      sourceIdentity: session.sourceIdentity,
    }
  }

interface WebTrust {
  readonly role: Identity
  readonly session: Session
  readonly identity: WebIdentity
}

function requireWebTrust(caller: Caller, { role, session, identity }: WebTrust): void {
  const { name: sessionName = '', tags, transitiveTagKeys, sourceIdentity, claims } = session
  requireFederatedTrust(caller, role, {
    provider: arnOf(identity.provider),
    actions: [
      'sts:AssumeRoleWithWebIdentity',
      ...(Object.keys(tags).length > 0 ? (['sts:TagSession'] as const) : []),
      ...(sourceIdentity === undefined ? [] : (['sts:SetSourceIdentity'] as const)),
    ],
    facts: trustFacts({ role, sessionName, tags, transitiveTagKeys, sourceIdentity, claims }),
  })
}
