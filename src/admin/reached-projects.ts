import { getProject } from '../core/projects/get-project.ts'
import type { Actor } from '../core/operators/actor.ts'
import type { Catalog } from '../core/ports.ts'

/** The ids of the projects that a call is about: the named one, or all that the actor reaches; undefined: all there are. Throws NoSuchEntity. */
export const reachedProjects = async (
  catalog: Catalog,
  actor: Actor,
  name: string | undefined,
): Promise<readonly string[] | undefined> =>
  name === undefined ? actor.projects : [(await getProject(catalog, name)).id]
