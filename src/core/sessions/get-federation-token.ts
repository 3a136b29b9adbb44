import { S3Error } from '../errors.ts'
import { decideAction } from '../policy/decide-action.ts'
import { checkSessionName } from './find-role.ts'
import { askedWith, lasting } from './get-session-token.ts'
import { issueSession, type IssuedSession } from './issue-session.ts'
import { ofRoot, ofUser, sessionSeconds } from './session-seconds.ts'
import { sessionPolicies, type SessionPolicies } from './session-policies.ts'
import { sessionTags, type RequestedTags } from './session-tags.ts'
import type { ProjectCaller } from '../caller.ts'
import type { SessionParts } from './assume-role.ts'

export interface FederationRequest extends SessionPolicies, Pick<RequestedTags, 'tags'> {
  readonly name: string
  readonly durationSeconds?: number | undefined
}

export interface FederatedSession extends IssuedSession {
  readonly federatedUser: { readonly arn: string; readonly id: string }
}

const longestName = 32

/**
 * A session for somebody whom the caller knows, within the caller's rights and the policies given. Throws AccessDenied, also for temporary
 * credentials; ValidationError, MalformedPolicyDocument, PackedPolicyTooLarge.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
export const getFederationToken =
  (parts: SessionParts) =>
  async (caller: ProjectCaller, request: FederationRequest): Promise<FederatedSession> => {
    const name = checkSessionName('name', request.name, longestName)
    const seconds = sessionSeconds(request.durationSeconds, caller.principal ? ofUser : ofRoot)
    const { id } = caller.project
    const arn = `arn:aws:sts::${id}:federated-user/${name}`
    requireLeave(caller, 'sts:GetFederationToken', arn)
    if (request.tags && request.tags.length > 0) requireLeave(caller, 'sts:TagSession', arn)
    const issued = issueSession(parts, {
      kind: 'federated-user',
      ...(await askedWith(parts, caller)),
      ...lasting(parts, seconds),
      ...sessionTags(request, undefined),
      name,
      policies: await sessionPolicies(parts, id, request),
      sourceIdentity: undefined,
      claims: {},
    })
    return { ...issued, federatedUser: { arn, id: `${id}:${name}` } }
  }

function requireLeave(caller: ProjectCaller, action: string, resource: string): void {
  if (decideAction(caller, { action, resource }) === 'allow') return
  throw new S3Error('AccessDenied', {
    message: `Not authorized to perform: ${action} on resource: ${resource}`,
  })
}
