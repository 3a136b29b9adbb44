import { S3Error } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { Project } from './project.ts'

export interface NewProject {
  /** 1 to 63 lower-case letters, digits and hyphens. */
  readonly name: string
  readonly email?: string | undefined
}

const namePattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Throws InvalidArgument for a name that is not one, and EntityAlreadyExists for one that is taken. */
export const createProject =
  ({ metadata, clock, ids }: Pick<Parts, 'metadata' | 'clock' | 'ids'>) =>
  async ({ name, email }: NewProject): Promise<Project> => {
    if (!namePattern.test(name)) {
      throw new S3Error('InvalidArgument', {
        message: 'A project name has 1 to 63 lower-case letters, digits and hyphens.',
        detail: { ArgumentName: 'name', ArgumentValue: name },
      })
    }
    const project: Project = {
      id: ids.hex(6),
      name,
      canonicalId: ids.hex(32),
      email,
      namespace: '',
      createdAt: clock.now(),
    }
    await metadata.transaction(async (tx) => {
      if (await tx.findProjectByName(name)) {
        throw new S3Error('EntityAlreadyExists', { message: `There is a project called ${name} already.` })
      }
      await tx.createProject(project)
    })
    return project
  }
