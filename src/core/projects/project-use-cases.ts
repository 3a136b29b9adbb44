import { createProject } from './create-project.ts'
import { deleteProject } from './delete-project.ts'
import type { Parts } from '../parts.ts'

/** What can be done with projects. */
export const projectUseCases = (parts: Parts) => ({
  create: createProject(parts),
  delete: deleteProject(parts),
  list: () => parts.metadata.listProjects(),
})
