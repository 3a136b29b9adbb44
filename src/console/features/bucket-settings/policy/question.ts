import type { InputOf } from '../../../../admin/contract.ts'
import type { BucketPlace } from '../frame/bucket-place.ts'

export const askerKinds = ['anonymous', 'access-key', 'user', 'role', 'root'] as const

/** What one is asked in the form of the simulator. */
export interface Question {
  readonly kind: (typeof askerKinds)[number]
  /** Of the key, the user or the role. */
  readonly who: string
  readonly action: string
  readonly key: string
  readonly address: string
  readonly isSecure: boolean
}

export const firstQuestion: Question = {
  kind: 'anonymous',
  who: '',
  action: 's3:GetObject',
  key: '',
  address: '',
  isSecure: true,
}

/** Whether a kind of asker has a name. */
export const isNamed = (kind: Question['kind']) => kind !== 'anonymous' && kind !== 'root'

/** Whether an action is done to objects, and not to the bucket around them. */
export const isAboutObjects = (action: string) => action.includes('Object') && !action.includes('Bucket')

/** Those that are asked about most; any other can be typed. */
export const commonActions = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:ListBucket',
  's3:GetObjectVersion',
  's3:ListBucketVersions',
  's3:GetObjectTagging',
  's3:PutObjectTagging',
  's3:PutObjectAcl',
  's3:GetBucketPolicy',
  's3:PutBucketPolicy',
  's3:PutLifecycleConfiguration',
  's3:DeleteBucket',
]

export const inputOf = (
  { name, project }: BucketPlace,
  { kind, who, action, key, address, isSecure }: Question,
): InputOf<'simulateAccess'> => ({
  project,
  bucket: name,
  asker: askerOf(kind, who.trim()),
  action: action.trim(),
  ...(key !== '' && { key }),
  facts: {
    'aws:SecureTransport': [String(isSecure)],
    ...(address !== '' && { 'aws:SourceIp': [address.trim()] }),
  },
})

function askerOf(kind: Question['kind'], who: string): InputOf<'simulateAccess'>['asker'] {
  if (kind === 'access-key') return { kind, id: who }
  if (kind === 'user' || kind === 'role') return { kind, name: who }
  return { kind }
}
