import { S3Error } from '../errors.ts'
import { refuseClosed } from '../projects/refuse-closed.ts'
import { keyLimits, type Limit } from '../policy/limit.ts'
import { boundaryOf, userPrincipal } from '../sessions/principals.ts'
import { sessionReader } from '../sessions/read-session.ts'
import { sessionRights } from '../sessions/session-caller.ts'
import { rateLimitsOf } from '../usage/rates.ts'
import type { AccessKey } from './access-key.ts'
import type { Identity } from '../iam/identity.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'

/** A secret that may sign, and who the caller is when the signature holds. */
export interface Signer {
  readonly secret: string
  /** Absent: a temporary key. */
  readonly accessKey?: AccessKey
  readonly caller: ProjectCaller
}

type SignerParts = Pick<Parts, 'metadata' | 'clock' | 'sessionTokens'>

/**
 * Throws InvalidAccessKeyId for a key that is unknown, disabled or has expired, or comes without its token; InvalidToken, ExpiredToken for the
 * token of a temporary one; AccountProblem when its project is suspended.
 */
export const findSigner = (parts: SignerParts) => {
  const findTemporary = findTemporarySigner(parts)
  return async (accessKeyId: string, sessionToken?: string): Promise<Signer> => {
    if (sessionToken !== undefined) return findTemporary(accessKeyId, sessionToken)
    const accessKey = await parts.metadata.catalog.findAccessKey(accessKeyId)
    if (!accessKey || !isUsable(accessKey, parts.clock.now())) throw unknown(accessKeyId)
    const project = await openProject(parts, accessKey.projectId, accessKeyId)
    const rates = rateLimitsOf(project, accessKey)
    const caller: ProjectCaller = { kind: 'project', project, accessKeyId, ...(rates && { rates }) }
    if (accessKey.userId === undefined && accessKey.policy === undefined)
      return { secret: accessKey.secret, accessKey, caller }
    const user =
      accessKey.userId === undefined ? undefined : await getIdentity(parts, accessKey.userId, accessKeyId)
    const principal = user && userPrincipal(user)
    return {
      secret: accessKey.secret,
      accessKey,
      caller: { ...caller, principal, limits: limitsOf(accessKey, user) },
    }
  }
}

/** Of temporary keys nothing is stored: their tokens say whose they are. */
function findTemporarySigner(parts: SignerParts) {
  const read = sessionReader(parts)
  return async (accessKeyId: string, token: string): Promise<Signer> => {
    const session = read(accessKeyId, token)
    const project = await openProject(parts, session.projectId, accessKeyId)
    const { identityId } = session
    const identity = identityId === undefined ? undefined : await getIdentity(parts, identityId, accessKeyId)
    return {
      secret: parts.sessionTokens.secretOf(accessKeyId),
      caller: {
        kind: 'project',
        project,
        accessKeyId,
        rates: rateLimitsOf(project),
        ...sessionRights(session, identity),
      },
    }
  }
}

async function openProject({ metadata: { catalog } }: SignerParts, id: string, accessKeyId: string) {
  const project = await catalog.findProject(id)
  if (!project) throw unknown(accessKeyId)
  refuseClosed(project)
  return project
}

async function getIdentity(
  { metadata: { catalog } }: SignerParts,
  id: string,
  accessKeyId: string,
): Promise<Identity> {
  const identity = await catalog.findIdentity(id)
  if (!identity) throw unknown(accessKeyId)
  return identity
}

function limitsOf({ policy }: AccessKey, user: Identity | undefined): readonly Limit[] | undefined {
  const ofKey = keyLimits(policy)
  const boundary = user && boundaryOf(user)
  return boundary ? [...(ofKey ?? []), boundary] : ofKey
}

const unknown = (accessKeyId: string) =>
  new S3Error('InvalidAccessKeyId', { detail: { AWSAccessKeyId: accessKeyId } })

const isUsable = ({ status, expiresAt }: AccessKey, now: number) =>
  status === 'active' && (expiresAt === undefined || now < expiresAt)
