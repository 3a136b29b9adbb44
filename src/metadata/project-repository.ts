import type { Knex } from 'knex'
import type { NoteChange } from './catalog-changes.ts'
import type { Project } from '../core/projects/project.ts'

/** What its buckets carry along. */
export interface AccountColumns {
  state: NonNullable<Project['state']> | null
  quota: string | null
  rates: string | null
}

interface ProjectRow extends AccountColumns {
  id: string
  name: string
  canonical_id: string
  email: string | null
  namespace: string
  created_at: number
}

export function projectRepository(db: Knex) {
  const projects = () => db<ProjectRow>('projects')
  const find = async (where: Partial<ProjectRow>): Promise<Project | undefined> => {
    const row = await projects().where(where).first()
    return row && projectFrom(row)
  }
  return {
    find: (id: string) => find({ id }),
    findByName: (name: string) => find({ name }),
    findByCanonicalId: (canonicalId: string) => find({ canonical_id: canonicalId }),
    list: async (): Promise<readonly Project[]> => (await projects().orderBy('name')).map(projectFrom),
  }
}

export function projectChanges(db: Knex, note: NoteChange) {
  const projects = () => db<ProjectRow>('projects')
  return {
    create: async (project: Project) => {
      await projects().insert({ id: project.id, ...rowOf(project) })
      await note(`project:${project.id}`)
    },
    put: async (project: Project) => {
      await projects().where({ id: project.id }).update(rowOf(project))
      await note(`project:${project.id}`)
    },
    remove: async (id: string) => {
      await projects().where({ id }).delete()
      await note(`project:${id}`)
    },
  }
}

const rowOf = (project: Project): Omit<ProjectRow, 'id'> => ({
  name: project.name,
  canonical_id: project.canonicalId,
  email: project.email ?? null,
  namespace: project.namespace,
  created_at: project.createdAt,
  state: project.state ?? null,
  quota: textOf(project.quota),
  rates: textOf(project.rates),
})

const projectFrom = (row: ProjectRow): Project => ({
  id: row.id,
  name: row.name,
  canonicalId: row.canonical_id,
  email: row.email ?? undefined,
  namespace: row.namespace,
  createdAt: row.created_at,
  ...accountFrom(row),
})

/** Without members for what is not set. */
export const accountFrom = ({
  state,
  quota,
  rates,
}: AccountColumns): Pick<Project, 'state' | 'quota' | 'rates'> => ({
  ...(state && { state }),
  ...(quota !== null && { quota: JSON.parse(quota) as NonNullable<Project['quota']> }),
  ...(rates !== null && { rates: JSON.parse(rates) as NonNullable<Project['rates']> }),
})

/** How a document that may be missing is stored. */
export const textOf = (document: object | undefined): string | null =>
  document ? JSON.stringify(document) : null
