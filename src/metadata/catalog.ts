import { accessKeyRepository } from './access-key-repository.ts'
import { apiKeyRepository } from './api-key-repository.ts'
import { bucketRepository } from './bucket-repository.ts'
import { coalesced } from './coalesced.ts'
import { entryCache } from './entry-cache.ts'
import { iamIdentities } from './iam-identities.ts'
import { kmsKeyRepository } from './kms-key-repository.ts'
import { projectRepository } from './project-repository.ts'
import type { CatalogEntry } from './catalog-changes.ts'
import type { Connection } from './connection.ts'
import type { Catalog } from '../core/ports.ts'
import type { Sealer } from '../lib/seal.ts'

export interface OpenCatalog extends Catalog {
  /** Makes the catalog read these entries again; to be called once their change has committed. */
  drop(entries: readonly string[]): void
}

interface CatalogOptions {
  readonly reader: Connection
  readonly sealer: Sealer
  /** Whether other processes change the same database. */
  readonly shared: boolean
  /** Entries of each kind that are remembered. */
  readonly capacity?: number
}

/** With more changes than this since the last look, everything is read again. */
const mostChanges = 256

/** Projects, access keys (with their secrets), users and roles (with their policies), keys of the key ring and buckets (with their configuration), remembered in the process. */
export async function openCatalog({
  reader,
  sealer,
  shared,
  capacity = 10_000,
}: CatalogOptions): Promise<OpenCatalog> {
  const projects = projectRepository(reader.knex)
  const buckets = bucketRepository(reader.knex)
  const projectById = entryCache(projects.find, capacity)
  const projectByName = entryCache(projects.findByName, capacity)
  const projectByCanonicalId = entryCache(projects.findByCanonicalId, capacity)
  const keyById = entryCache(accessKeyRepository(reader.knex, sealer).find, capacity)
  const apiKeys = apiKeyRepository(reader.knex, sealer)
  const apiKeyById = entryCache((id) => apiKeys.find(id), capacity)
  const kmsKeys = kmsKeyRepository(reader.knex, sealer)
  const kmsKeyById = entryCache(kmsKeys.find, capacity)
  const kmsKeyByAlias = entryCache(byPair(kmsKeys.findByAlias), capacity)
  const identities = iamIdentities(reader.knex)
  const identityById = entryCache(identities.find, capacity)
  const roleByName = entryCache(byPair(identities.findRole), capacity)
  const bucketByName = entryCache(byPair(buckets.find), capacity)

  const dropProjects = () => {
    for (const cache of [projectById, projectByName, projectByCanonicalId]) cache.clear()
  }
  const dropIdentities = () => {
    for (const cache of [identityById, roleByName]) cache.clear()
  }
  const drop = (entry: string) => {
    const at = entry.indexOf(':')
    const name = entry.slice(at + 1)
    if (entry.startsWith('bucket:')) bucketByName.drop(name)
    else if (entry.startsWith('key:')) keyById.drop(name)
    else if (entry.startsWith('api-key:')) apiKeyById.drop(name)
    else if (entry.startsWith('kms:')) kmsKeyById.drop(name)
    else if (entry.startsWith('kms-alias:')) kmsKeyByAlias.drop(name)
    // What one entity says may concern any number of users and roles.
    else if (entry.startsWith('iam:')) dropIdentities()
    else {
      dropProjects()
      // They carry along what their project says of them.
      bucketByName.clear()
    }
  }
  const dropAll = () => {
    dropProjects()
    dropIdentities()
    keyById.clear()
    apiKeyById.clear()
    kmsKeyById.clear()
    kmsKeyByAlias.clear()
    bucketByName.clear()
  }
  return {
    drop(entries) {
      entries.forEach(drop)
    },
    refresh: shared ? await openRefresh(reader, { drop, dropAll }) : () => undefined,
    findProject: projectById.find,
    findProjectByName: projectByName.find,
    findProjectByCanonicalId: projectByCanonicalId.find,
    findAccessKey: keyById.find,
    findApiKey: apiKeyById.find,
    findBucket: (namespace, name) => bucketByName.find(`${namespace}/${name}`),
    findKmsKey: kmsKeyById.find,
    findKmsAlias: (projectId, alias) => kmsKeyByAlias.find(`${projectId}/${alias}`),
    findIdentity: identityById.find,
    findRole: (projectId, name) => roleByName.find(`${projectId}/${name}`),
  }
}

/** Looks up by `first/second`; the first has no slash. */
const byPair =
  <Value>(find: (first: string, second: string) => Promise<Value>) =>
  (entry: string): Promise<Value> => {
    const at = entry.indexOf('/')
    return find(entry.slice(0, at), entry.slice(at + 1))
  }

interface ChangeRow {
  readonly version: number
  readonly entry: CatalogEntry
}

/** Follows `catalog_changes`; many calls share a statement. */
async function openRefresh(
  reader: Connection,
  { drop, dropAll }: { readonly drop: (entry: string) => void; readonly dropAll: () => void },
) {
  const newest = await reader.prepare('SELECT ifnull(max(version), 0) AS version FROM catalog_changes')
  const since = await reader.prepare(
    `SELECT version, entry FROM catalog_changes WHERE version > ? ORDER BY version DESC LIMIT ${String(mostChanges)}`,
  )
  let known = (await newest.all<Pick<ChangeRow, 'version'>>())[0]?.version ?? 0
  return coalesced(async () => {
    const changes = await since.all<ChangeRow>(known)
    const version = changes[0]?.version ?? known
    // Versions have no gaps: fewer rows than versions means that some were cut off, or are no longer kept.
    if (changes.length < version - known) dropAll()
    else for (const { entry } of changes) drop(entry)
    known = version
  })
}
