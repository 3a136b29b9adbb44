import { isoTime } from '../iso-time.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { Project } from '../../core/projects/project.ts'

export const projectCalls = ({ projects }: Core) => ({
  listProjects: async () => ({ projects: (await projects.list()).map(projectOutput) }),
  createProject: async (input: InputOf<'createProject'>) => projectOutput(await projects.create(input)),
  deleteProject: ({ name }: InputOf<'deleteProject'>) => projects.delete(name),
})

const projectOutput = ({ id, name, canonicalId, email, createdAt }: Project) => ({
  id,
  name,
  canonicalId,
  email: email ?? null,
  createdAt: isoTime(createdAt),
})
