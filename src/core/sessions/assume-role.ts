import { S3Error } from '../errors.ts'
import { rolePrincipal } from './principals.ts'
import { checkSessionName, getRole } from './find-role.ts'
import { issueSession, type IssuedSession } from './issue-session.ts'
import { ofChainedRole, ofRole, sessionSeconds } from './session-seconds.ts'
import { sessionPolicies, type SessionPolicies } from './session-policies.ts'
import { sessionTags, type RequestedTags } from './session-tags.ts'
import { requireTrust, trustFacts } from './trust.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'
import type { Session } from './session.ts'

export interface RoleRequest extends SessionPolicies, RequestedTags {
  readonly roleArn: string
  readonly sessionName: string
  readonly durationSeconds?: number | undefined
  readonly externalId?: string | undefined
  readonly sourceIdentity?: string | undefined
}

export interface AssumedRole extends IssuedSession {
  readonly assumedRole: { readonly arn: string; readonly id: string }
  readonly sourceIdentity: string | undefined
}

export type SessionParts = Pick<Parts, 'metadata' | 'clock' | 'ids' | 'sessionTokens'>

/**
 * Throws AccessDenied, ValidationError, MalformedPolicyDocument, PackedPolicyTooLarge.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const assumeRole =
  (parts: SessionParts) =>
  async (caller: ProjectCaller, request: RoleRequest): Promise<AssumedRole> => {
    const { durationSeconds, externalId } = request
    const sessionName = checkSessionName('roleSessionName', request.sessionName)
    const role = await getRole(parts, request.roleArn)
    const span = caller.session?.kind === 'assumed-role' ? ofChainedRole : ofRole(role.maxSessionSeconds)
    const seconds = sessionSeconds(durationSeconds, span)
    const tags = sessionTags(request, caller.session)
    const sourceIdentity = sourceIdentityOf(caller, request)
    requireTrust(caller, role, {
      actions: [
        'sts:AssumeRole',
        ...(Object.keys(tags.tags).length > 0 ? (['sts:TagSession'] as const) : []),
        ...(request.sourceIdentity === undefined ? [] : (['sts:SetSourceIdentity'] as const)),
      ],
      facts: trustFacts({ role, sessionName, sourceIdentity, externalId, ...tags }),
    })
    const issuedAt = parts.clock.now()
    const session: Session = {
      kind: 'assumed-role',
      projectId: role.projectId,
      identityId: role.id,
      name: sessionName,
      issuedAt,
      expiresAt: issuedAt + seconds * 1000,
      policies: await sessionPolicies(parts, role.projectId, request),
      keyPolicy: undefined,
      sourceIdentity,
      claims: {},
      ...tags,
    }
    const { arn, userId: id } = rolePrincipal(role, session)
    return { ...issueSession(parts, session), assumedRole: { arn, id }, sourceIdentity }
  }

/** Once set, it goes on unchanged. Throws ValidationError. */
function sourceIdentityOf({ session }: ProjectCaller, { sourceIdentity }: RoleRequest): string | undefined {
  const before = session?.sourceIdentity
  if (sourceIdentity === undefined) return before
  checkSessionName('sourceIdentity', sourceIdentity)
  if (before === undefined || before === sourceIdentity) return sourceIdentity
  throw new S3Error('ValidationError', {
    message: 'The source identity of the calling session cannot be changed.',
  })
}
