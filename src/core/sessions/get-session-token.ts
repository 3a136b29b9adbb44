import { S3Error } from '../errors.ts'
import { issueSession, type IssuedSession } from './issue-session.ts'
import { ofRoot, ofUser, sessionSeconds } from './session-seconds.ts'
import type { ProjectCaller } from '../caller.ts'
import type { Session } from './session.ts'
import type { SessionParts } from './assume-role.ts'

/**
 * A session with the rights of the user or root who asks; nobody needs leave for it. Throws AccessDenied for temporary credentials,
 * ValidationError. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
 */
export const getSessionToken =
  (parts: SessionParts) =>
  async (
    caller: ProjectCaller,
    { durationSeconds }: { readonly durationSeconds?: number | undefined } = {},
  ): Promise<IssuedSession> => {
    const seconds = sessionSeconds(durationSeconds, caller.principal ? ofUser : ofRoot)
    return issueSession(parts, {
      kind: caller.principal ? 'user' : 'root',
      ...(await askedWith(parts, caller)),
      ...lasting(parts, seconds),
      name: undefined,
      policies: undefined,
      tags: {},
      transitiveTagKeys: [],
      sourceIdentity: undefined,
      claims: {},
    })
  }

/** The long-lived key that asks for a session, whose policy goes on to limit it. Throws AccessDenied for a temporary one. */
export async function askedWith(
  { metadata: { catalog } }: SessionParts,
  { session, project, principal, accessKeyId }: ProjectCaller,
): Promise<Pick<Session, 'projectId' | 'identityId' | 'keyPolicy'>> {
  if (session) throw new S3Error('AccessDenied', { message: 'Cannot call this with session credentials.' })
  const key = await catalog.findAccessKey(accessKeyId)
  return { projectId: project.id, identityId: principal?.userId, keyPolicy: key?.policy }
}

export function lasting({ clock }: SessionParts, seconds: number): Pick<Session, 'issuedAt' | 'expiresAt'> {
  const issuedAt = clock.now()
  return { issuedAt, expiresAt: issuedAt + seconds * 1000 }
}
