import { S3Error } from '../core/errors.ts'
import type { AccessKey } from '../core/credentials/access-key.ts'
import type { KeyOwner } from '../core/iam/user-keys.ts'

const statuses = { active: 'Active', disabled: 'Inactive' } as const

/** A key without its secret. */
export const keyOutput = ({ id, status, createdAt }: AccessKey, owner: KeyOwner) => ({
  UserName: owner,
  AccessKeyId: id,
  Status: statuses[status],
  CreateDate: new Date(createdAt),
})

/** Throws ValidationError for a status that nobody can give to a key. */
export function statusOf(text: string): AccessKey['status'] {
  if (text === statuses.active) return 'active'
  if (text === statuses.disabled) return 'disabled'
  throw new S3Error('ValidationError', { message: `Status ${text} cannot be set.` })
}
