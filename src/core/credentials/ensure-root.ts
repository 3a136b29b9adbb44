import type { AccessKey } from './access-key.ts'
import type { MetadataTransaction } from '../ports.ts'
import type { Parts } from '../parts.ts'
import type { Project } from '../projects/project.ts'

export const defaultProject = 'default'

export interface RootCredentials {
  readonly id: string
  readonly secret: string
}

/**
 * Makes the default project when there is none yet, and its root key: the given one, which wins at each start, or on the very first
 * start a new one. Returns the key when it was made here, for it is shown only now.
 */
export const ensureRoot =
  ({ metadata, clock, ids }: Pick<Parts, 'metadata' | 'clock' | 'ids'>) =>
  (given: RootCredentials | undefined): Promise<AccessKey | undefined> =>
    metadata.transaction(async (tx) => {
      const found = await tx.findProjectByName(defaultProject)
      const project = found ?? newDefault({ clock, ids })
      if (!found) await tx.createProject(project)
      if (given) return putGiven(tx, rootKey(project, given, clock.now()))
      if (found) return undefined
      const key = rootKey(project, { id: ids.accessKeyId(), secret: ids.secretKey() }, clock.now())
      await tx.createAccessKey(key)
      return key
    })

async function putGiven(tx: MetadataTransaction, key: AccessKey): Promise<undefined> {
  const existing = await tx.findAccessKey(key.id)
  if (existing && isSame(existing, key)) return
  if (existing) await tx.deleteAccessKey(key.id)
  await tx.createAccessKey(key)
}

/** Whether it is what it would be made anew: it may have been disabled or replaced meanwhile. */
const isSame = (existing: AccessKey, { secret, projectId }: AccessKey): boolean =>
  existing.secret === secret &&
  existing.projectId === projectId &&
  existing.status === 'active' &&
  existing.expiresAt === undefined

const newDefault = ({ clock, ids }: Pick<Parts, 'clock' | 'ids'>): Project => ({
  id: ids.hex(6),
  name: defaultProject,
  canonicalId: ids.hex(32),
  email: undefined,
  namespace: '',
  createdAt: clock.now(),
})

const rootKey = (project: Project, { id, secret }: RootCredentials, createdAt: number): AccessKey => ({
  id,
  secret,
  projectId: project.id,
  name: 'root',
  status: 'active',
  createdAt,
  expiresAt: undefined,
})
