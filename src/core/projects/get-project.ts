import { S3Error } from '../errors.ts'
import type { Project } from './project.ts'

interface ProjectsByName {
  findProjectByName(name: string): Promise<Project | undefined>
}

/** Throws NoSuchEntity. */
export async function getProject(projects: ProjectsByName, name: string): Promise<Project> {
  const project = await projects.findProjectByName(name)
  if (project) return project
  throw new S3Error('NoSuchEntity', { message: `There is no project called ${name}.` })
}
