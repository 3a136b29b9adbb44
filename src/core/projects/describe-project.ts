import { getProject } from './get-project.ts'
import type { Deletion } from './deletion.ts'
import type { Parts } from '../parts.ts'
import type { Project } from './project.ts'
import type { ProjectUsage } from '../usage/usage.ts'

export interface DescribedProject {
  readonly project: Project
  readonly usage: ProjectUsage
}

type DescribeParts = Pick<Parts, 'metadata'>

/** All by name, each with what its buckets hold. */
export const listProjects =
  ({ metadata }: DescribeParts) =>
  async (): Promise<readonly DescribedProject[]> => {
    const [projects, usage] = await Promise.all([metadata.listProjects(), metadata.projectUsage()])
    return projects.map((project) => ({ project, usage: usage.get(project.id) ?? nothing }))
  }

/** Throws NoSuchEntity. */
export const describeProject =
  ({ metadata }: DescribeParts) =>
  async (name: string): Promise<DescribedProject> => {
    const project = await getProject(metadata.catalog, name)
    return { project, usage: (await metadata.projectUsage(project.id)).get(project.id) ?? nothing }
  }

/** How far it has come; undefined when the project, by its id, has gone or was never to go. */
export const findDeletion =
  ({ metadata }: DescribeParts) =>
  (projectId: string): Promise<Deletion | undefined> =>
    metadata.deletions.find(projectId)

const nothing: ProjectUsage = { buckets: 0, objects: 0, bytes: 0, partBytes: 0 }
