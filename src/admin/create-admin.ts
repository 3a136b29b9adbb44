import { eventCalls } from './event-calls.ts'
import { kmsCalls } from './kms-calls.ts'
import { verifyCalls } from './verify-calls.ts'
import type { Admin, InputOf, OutputOf } from './contract.ts'
import type { BucketWithUsage } from '../core/buckets/list-with-usage.ts'
import type { Core } from '../core/create-core.ts'
import type { AccessKey } from '../core/credentials/access-key.ts'
import type { Project } from '../core/projects/project.ts'

interface AdminParts {
  readonly core: Core
  readonly status: OutputOf<'getStatus'>
  /** Hears of what fails after its call was answered. */
  readonly onFault: (error: unknown) => void
  /** Ends what goes on after its call was answered. */
  readonly signal: AbortSignal
}

const bucketsPerPage = 1000

/** The calls of the admin API on a store in this process; they throw S3Error. */
export function createAdmin({ core, status, onFault, signal }: AdminParts): Admin {
  return {
    getStatus: () => Promise.resolve(status),
    ...projectCalls(core),
    ...keyCalls(core),
    ...eventCalls(core),
    ...kmsCalls(core),
    ...verifyCalls({ core, onFault, signal }),
    listBuckets: async (input) => {
      const found = await core.buckets.listWithUsage({ ...input, limit: bucketsPerPage + 1 })
      const page = found.slice(0, bucketsPerPage)
      const last = found.length > bucketsPerPage ? page.at(-1) : undefined
      return { buckets: page.map(bucketOutput), next: last?.bucket.name ?? null }
    },
  }
}

const projectCalls = ({ projects }: Core) => ({
  listProjects: async () => ({ projects: (await projects.list()).map(projectOutput) }),
  createProject: async (input: InputOf<'createProject'>) => projectOutput(await projects.create(input)),
  deleteProject: ({ name }: InputOf<'deleteProject'>) => projects.delete(name),
})

const keyCalls = ({ catalog, credentials }: Core) => ({
  listKeys: async ({ project }: InputOf<'listKeys'>) => {
    const keys = await credentials.list(project)
    return { keys: keys.map((key) => keyOutput(key, project)) }
  },
  createKey: async ({ name = '', expiresAt, ...given }: InputOf<'createKey'>) => {
    const expires = expiresAt === undefined ? undefined : Date.parse(expiresAt)
    const key = await credentials.create({ ...given, name, expiresAt: expires })
    const { id, ...rest } = keyOutput(key, given.project)
    return { id, secret: key.secret, ...rest }
  },
  setKeyStatus: async ({ id, status }: InputOf<'setKeyStatus'>) => {
    const key = await credentials.setStatus(id, status)
    const project = await catalog.findProject(key.projectId)
    return keyOutput(key, project?.name ?? '')
  },
  deleteKey: ({ id }: InputOf<'deleteKey'>) => credentials.delete(id),
})

const projectOutput = ({ id, name, canonicalId, email, createdAt }: Project) => ({
  id,
  name,
  canonicalId,
  email: email ?? null,
  createdAt: isoTime(createdAt),
})

const keyOutput = ({ id, name, status, createdAt, expiresAt }: AccessKey, project: string) => ({
  id,
  project,
  name,
  status,
  createdAt: isoTime(createdAt),
  expiresAt: expiresAt === undefined ? null : isoTime(expiresAt),
})

const bucketOutput = ({ bucket, project, usage }: BucketWithUsage) => ({
  name: bucket.name,
  project: project.name,
  region: bucket.region,
  objects: usage.objects,
  bytes: usage.bytes,
  createdAt: isoTime(bucket.createdAt),
})

const isoTime = (milliseconds: number) => new Date(milliseconds).toISOString()
