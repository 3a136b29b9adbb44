import { arnOf } from '../iam/arn.ts'
import { malformed } from './language/malformed.ts'
import { accountsOf, type Principals } from './language/principal.ts'
import type { Metadata } from '../ports.ts'
import type { Parts } from '../parts.ts'
import type { Policy } from './language/policy.ts'

/** Throws MalformedPolicy for a principal that does not exist: an account, a user or a role. */
export async function checkPrincipals(
  { metadata }: Pick<Parts, 'metadata'>,
  { statements }: Policy,
): Promise<void> {
  for (const [index, { principals }] of statements.entries()) {
    if (!principals) continue
    const place = `Statement[${String(index)}].${principals.isNegated ? 'NotPrincipal' : 'Principal'}`
    const unknown = await findUnknown(metadata, principals.named)
    if (unknown !== undefined) throw malformed('Invalid principal in policy', `${place}: ${unknown}`)
  }
}

async function findUnknown(metadata: Metadata, named: Principals): Promise<string | undefined> {
  const { catalog } = metadata
  for (const id of accountsOf(named)) if (!(await catalog.findProject(id))) return id
  for (const id of named.canonicalIds) if (!(await catalog.findProjectByCanonicalId(id))) return id
  for (const arn of named.arns) if (!(await exists(metadata, arn))) return arn
  return undefined
}

/** Of a session, the role has to exist; federated users are whatever their tokens say. */
async function exists({ iam }: Metadata, arn: string): Promise<boolean> {
  const [, , , , projectId = '', resource = ''] = arn.split(':')
  const [kind, ...path] = resource.split('/')
  if (kind === 'federated-user') return true
  if (kind === 'assumed-role') return (await iam.find('role', projectId, path[0] ?? '')) !== undefined
  const found = await iam.find(kind === 'role' ? 'role' : 'user', projectId, path.at(-1) ?? '')
  return found !== undefined && arnOf(found) === arn
}
