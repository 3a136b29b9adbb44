import { checkFree } from './check-free.ts'
import { checkQuota, type Quota } from './quotas.ts'
import type { Entity, EntityKind } from './entities.ts'
import type { IamChanges } from './iam-records.ts'

const quotaOf: Readonly<Record<EntityKind, Quota>> = {
  user: 'Users',
  group: 'Groups',
  role: 'Roles',
  policy: 'Policies',
  'oidc-provider': 'OpenIDConnectProviders',
}

/** Throws EntityAlreadyExists, or LimitExceeded when the project has as many of the kind as it may. */
export async function createEntity(iam: IamChanges, entity: Entity): Promise<void> {
  const { kind, projectId } = entity
  await checkFree(iam, entity)
  const counts = await iam.countKinds(projectId)
  checkQuota(quotaOf[kind], (counts.get(kind) ?? 0) + 1)
  await iam.create(entity)
}
