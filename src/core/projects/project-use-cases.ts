import { limitProject, renameProject, resumeProject, suspendProject } from './change-project.ts'
import { createProject } from './create-project.ts'
import { beginDeletion, deleteProject } from './delete-project.ts'
import { describeProject, findDeletion, listProjects } from './describe-project.ts'
import { runDeletions } from './run-deletions.ts'
import type { Parts } from '../parts.ts'

/** What can be done with projects. */
export const projectUseCases = (parts: Parts) => ({
  create: createProject(parts),
  list: listProjects(parts),
  describe: describeProject(parts),
  rename: renameProject(parts),
  suspend: suspendProject(parts),
  resume: resumeProject(parts),
  limit: limitProject(parts),
  delete: deleteProject(parts),
  beginDeletion: beginDeletion(parts),
  findDeletion: findDeletion(parts),
  runDeletions: runDeletions(parts),
})
