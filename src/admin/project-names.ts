import type { Actor } from '../core/operators/actor.ts'
import type { Catalog } from '../core/ports.ts'

/** The name of a project, or its id when it is gone. */
export const projectName = async (catalog: Catalog, id: string): Promise<string> =>
  (await catalog.findProject(id))?.name ?? id

/** Of the projects that an actor is confined to; null: all. */
export const reachedNames = async (
  catalog: Catalog,
  { projects }: Pick<Actor, 'projects'>,
): Promise<string[] | null> =>
  projects === undefined ? null : Promise.all(projects.map((id) => projectName(catalog, id)))
