import { S3Error } from '../errors.ts'
import { arnOf, awsProjectId } from './arn.ts'
import { getByArn, getNamed } from './find-entity.ts'
import type { Parts } from '../parts.ts'
import type { Actor, ManagedPolicy } from './entities.ts'
import type { IamChanges, IamReads } from './iam-records.ts'

/** A user or a role, by name. */
export interface ActorRef {
  readonly kind: Actor['kind']
  readonly name: string
}

/** The ARN of the managed policy that confines a user or a role. */
export async function boundaryArnOf(iam: IamReads, actor: Actor): Promise<string | undefined> {
  const boundary = await findBoundary(iam, actor)
  return boundary && arnOf(boundary)
}

/** Throws NoSuchEntity. */
export async function relateBoundary(iam: IamChanges, actor: Actor, arn: string): Promise<void> {
  const policy = await getByArn(iam, actor.projectId, { kind: 'policy', arn })
  const before = await findBoundary(iam, actor)
  if (before) await iam.unrelate(actor, 'boundary', before.id)
  await iam.relate(actor, 'boundary', policy.id)
}

async function findBoundary(iam: IamReads, { id, projectId }: Actor): Promise<ManagedPolicy | undefined> {
  const [policy] = await iam.list({
    kinds: ['policy'],
    projectIds: [projectId, awsProjectId],
    pointedAtFrom: { id, by: 'boundary' },
  })
  return policy
}

/** Throws NoSuchEntity. https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html */
const putBoundary =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (projectId: string, ref: ActorRef, arn: string): Promise<void> =>
    metadata.transaction(async ({ iam }) => relateBoundary(iam, await getNamed(iam, projectId, ref), arn))

/** Throws NoSuchEntity, also where there is none. https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html */
const deleteBoundary =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  (projectId: string, ref: ActorRef): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const actor = await getNamed(iam, projectId, ref)
      const boundary = await findBoundary(iam, actor)
      if (!boundary)
        throw new S3Error('NoSuchEntity', {
          message: `The ${ref.kind} ${ref.name} has no permissions boundary.`,
        })
      await iam.unrelate(actor, 'boundary', boundary.id)
    })

/** What can be done with the permissions boundaries of users and roles. */
export const boundaryUseCases = (parts: Pick<Parts, 'metadata'>) => ({
  put: putBoundary(parts),
  delete: deleteBoundary(parts),
})
