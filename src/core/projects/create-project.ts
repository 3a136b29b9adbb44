import { checkProjectName, refuseTaken } from './project-name.ts'
import type { Parts } from '../parts.ts'
import type { Project } from './project.ts'

export interface NewProject {
  /** 1 to 63 lower-case letters, digits and hyphens. */
  readonly name: string
  readonly email?: string | undefined
  /** `own`: its bucket names are apart from those of others; `shared` is the default. */
  readonly namespace?: 'own' | 'shared' | undefined
}

/** Throws InvalidArgument for a name that is not one, and EntityAlreadyExists for one that is taken. */
export const createProject =
  ({ metadata, clock, ids }: Pick<Parts, 'metadata' | 'clock' | 'ids'>) =>
  async ({ name, email, namespace }: NewProject): Promise<Project> => {
    checkProjectName(name)
    const id = ids.hex(6)
    const project: Project = {
      id,
      name,
      canonicalId: ids.hex(32),
      email,
      namespace: namespace === 'own' ? id : '',
      createdAt: clock.now(),
    }
    await metadata.transaction(async (tx) => {
      await refuseTaken(tx, name)
      await tx.createProject(project)
    })
    return project
  }
