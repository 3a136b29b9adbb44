import { S3Error } from '../errors.ts'
import { awsProjectId } from './arn.ts'
import type { PolicyOwner } from './entities.ts'
import type { IamReads } from './iam-records.ts'

/** Throws DeleteConflict while an entity has policies, members or groups. */
export async function checkRemovable(iam: IamReads, owner: PolicyOwner): Promise<void> {
  const { id, projectId } = owner
  if (owner.inlinePolicies.length > 0) throw conflict('must delete policies first')
  const attached = await iam.list({
    kinds: ['policy'],
    projectIds: [projectId, awsProjectId],
    pointedAtFrom: { id, by: 'attachment' },
    limit: 1,
  })
  if (attached.length > 0) throw conflict('must detach all policies first')
  const membership =
    owner.kind === 'group'
      ? ({ kinds: ['user'], pointingTo: { id, by: ['membership'] } } as const)
      : ({ kinds: ['group'], pointedAtFrom: { id, by: 'membership' } } as const)
  const members = await iam.list({ ...membership, projectIds: [projectId], limit: 1 })
  if (members.length > 0) throw conflict('must remove users from group first')
}

const conflict = (what: string) =>
  new S3Error('DeleteConflict', { message: `Cannot delete entity, ${what}.` })
