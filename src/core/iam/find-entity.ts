import { S3Error } from '../errors.ts'
import { arnOf, awsProjectId, parseArn } from './arn.ts'
import type { EntityOf } from './entities.ts'
import type { IamReads } from './iam-records.ts'

export type NamedKind = 'user' | 'group' | 'role'
type ArnKind = 'policy' | 'oidc-provider'

/** Throws NoSuchEntity. */
export async function getNamed<Kind extends NamedKind>(
  iam: IamReads,
  projectId: string,
  { kind, name }: { readonly kind: Kind; readonly name: string },
): Promise<EntityOf<Kind>> {
  const found = await iam.find<Kind>(kind, projectId, name)
  if (found) return found
  throw new S3Error('NoSuchEntity', { message: `The ${kind} with name ${name} cannot be found.` })
}

/** By an ARN that is the project's own, or AWS's. Throws NoSuchEntity. */
export async function getByArn<Kind extends ArnKind>(
  iam: IamReads,
  projectId: string,
  { kind, arn }: { readonly kind: Kind; readonly arn: string },
): Promise<EntityOf<Kind>> {
  const parts = parseArn(kind, arn)
  if (parts && [projectId, awsProjectId].includes(parts.projectId)) {
    const found = await iam.find<Kind>(kind, parts.projectId, parts.name)
    if (found && arnOf(found) === arn) return found
  }
  throw new S3Error('NoSuchEntity', { message: `${titles[kind]} ${arn} was not found.` })
}

const titles = { policy: 'Policy', 'oidc-provider': 'OpenIDConnect Provider' } as const

/** A policy of the project, which may be changed. Throws NoSuchEntity, or AccessDenied for one of AWS. */
export async function getOwnPolicy(
  iam: IamReads,
  projectId: string,
  arn: string,
): Promise<EntityOf<'policy'>> {
  const policy = await getByArn(iam, projectId, { kind: 'policy', arn })
  if (policy.projectId === projectId) return policy
  throw new S3Error('AccessDenied', { message: `Policy ${arn} is outside your own account.` })
}
