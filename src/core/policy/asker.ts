import { S3Error } from '../errors.ts'
import { findSigner } from '../credentials/find-signer.ts'
import { getProject } from '../projects/get-project.ts'
import { boundaryOf, rolePrincipal, userPrincipal } from '../sessions/principals.ts'
import { temporaryPrefix } from '../../lib/random-ids.ts'
import { anonymous, projectCaller, type Caller } from '../caller.ts'
import type { Identity } from '../iam/identity.ts'
import type { Parts } from '../parts.ts'
import type { Session } from '../sessions/session.ts'

/** Of whom a question is: nobody known, an access key as it may sign now, or a project by its name, its root or somebody in it. */
export type Asker =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'access-key'; readonly id: string; readonly sessionToken?: string | undefined }
  | { readonly kind: 'root'; readonly project: string }
  | { readonly kind: 'user' | 'role'; readonly project: string; readonly name: string }

type AskerParts = Pick<Parts, 'metadata' | 'clock' | 'sessionTokens'>

/** Throws NoSuchEntity, and what findSigner throws. */
export async function findAsker(parts: AskerParts, asker: Asker): Promise<Caller> {
  if (asker.kind === 'anonymous') return anonymous
  if (asker.kind === 'access-key') return findKeyHolder(parts, asker)
  const { catalog } = parts.metadata
  const project = await getProject(catalog, asker.project)
  const root = projectCaller(project)
  if (asker.kind === 'root') return root
  const identity = await findIdentity(parts, project.id, asker)
  const boundary = boundaryOf(identity)
  const principal =
    identity.kind === 'user' ? userPrincipal(identity) : rolePrincipal(identity, someSession(identity))
  return { ...root, principal, limits: boundary && [boundary] }
}

async function findKeyHolder(
  parts: AskerParts,
  { id, sessionToken }: Extract<Asker, { readonly kind: 'access-key' }>,
): Promise<Caller> {
  const isTemporary = id.startsWith(temporaryPrefix) && sessionToken === undefined
  if (isTemporary && !(await parts.metadata.catalog.findAccessKey(id)))
    throw new S3Error('InvalidArgument', {
      message: 'Nothing is kept of temporary credentials: ask about the user or role that they belong to.',
    })
  return (await findSigner(parts)(id, sessionToken)).caller
}

async function findIdentity(
  { metadata: { catalog, iam } }: AskerParts,
  projectId: string,
  { kind, name }: Extract<Asker, { readonly name: string }>,
): Promise<Identity> {
  const entity = await iam.find(kind, projectId, name)
  const identity = entity && (await catalog.findIdentity(entity.id))
  if (identity) return identity
  throw new S3Error('NoSuchEntity', { message: `The ${kind} with name ${name} cannot be found.` })
}

/** A role acts through its sessions only: one without tags or policy of its own. */
const someSession = ({ id, projectId }: Identity): Session => ({
  kind: 'assumed-role',
  projectId,
  identityId: id,
  name: 'any',
  issuedAt: 0,
  expiresAt: 0,
  policies: undefined,
  keyPolicy: undefined,
  tags: {},
  transitiveTagKeys: [],
  sourceIdentity: undefined,
  claims: {},
})
