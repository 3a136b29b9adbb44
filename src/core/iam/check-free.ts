import { S3Error } from '../errors.ts'
import type { Entity, EntityKind } from './entities.ts'
import type { IamReads } from './iam-records.ts'

const titles: Readonly<Record<EntityKind, string>> = {
  user: 'User',
  group: 'Group',
  role: 'Role',
  policy: 'Policy',
  'oidc-provider': 'Provider',
}

/** Throws EntityAlreadyExists when another entity has the name. */
export async function checkFree(iam: IamReads, { kind, projectId, name, id }: Entity): Promise<void> {
  const found = await iam.find(kind, projectId, name)
  if (found && found.id !== id)
    throw new S3Error('EntityAlreadyExists', {
      message: `${titles[kind]} with name ${name} already exists.`,
    })
}
