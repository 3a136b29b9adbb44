import { z } from 'zod'
import { endpoint, moment, noInput, nothing } from './endpoint.ts'

const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The owner id in ACLs and listings. */
  canonicalId: z.string(),
  email: z.string().nullable(),
  createdAt: moment,
})

export const projectEndpoints = {
  listProjects: endpoint({
    method: 'get',
    path: '/projects',
    summary: 'All projects by name.',
    status: 200,
    input: noInput,
    output: z.object({ projects: z.array(projectSchema) }),
  }),
  createProject: endpoint({
    method: 'post',
    path: '/projects',
    summary: 'Makes a project.',
    status: 201,
    input: z.object({ name: z.string(), email: z.email().optional() }),
    output: projectSchema,
  }),
  deleteProject: endpoint({
    method: 'delete',
    path: '/projects/:name',
    summary: 'Deletes a project that has no bucket, and its keys.',
    status: 204,
    input: z.object({ name: z.string() }),
    output: nothing,
  }),
}
