import { z } from 'zod'
import { operators, viewers } from './access.ts'
import { projectQuotaChange, projectQuotaSchema, ratesChange, ratesSchema, usageShape } from './bounds.ts'
import { endpoint, moment, noInput, nothing } from './endpoint.ts'

const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The owner id in ACLs and listings. */
  canonicalId: z.string(),
  email: z.string().nullable(),
  /** Whether its bucket names are apart from those of other projects. */
  namespace: z.enum(['shared', 'own']),
  state: z.enum(['active', 'suspended', 'deleting']),
  quota: projectQuotaSchema,
  rates: ratesSchema,
  usage: z.object({ buckets: z.number(), ...usageShape }),
  createdAt: moment,
})

const deletionSchema = z.object({
  /** Of the project. */
  id: z.string(),
  /** `blocked`: something is locked; the deletion goes on when that is over. `done` also for what was never to go. */
  state: z.enum(['running', 'blocked', 'done']),
  problem: z.string().nullable(),
  /** Versions that have gone. */
  objects: z.number(),
  bytes: z.number(),
})

const name = z.object({ name: z.string() })

export const projectEndpoints = {
  listProjects: endpoint({
    method: 'get',
    path: '/projects',
    summary: 'All projects by name, with what they hold.',
    status: 200,
    access: viewers(),
    input: noInput,
    output: z.object({ projects: z.array(projectSchema) }),
  }),
  getProject: endpoint({
    method: 'get',
    path: '/projects/:name',
    summary: 'A project, with what it holds.',
    status: 200,
    access: viewers('name'),
    input: name,
    output: projectSchema,
  }),
  createProject: endpoint({
    method: 'post',
    path: '/projects',
    summary: 'Makes a project.',
    status: 201,
    access: operators,
    input: z.object({
      name: z.string(),
      email: z.email().optional(),
      namespace: z.enum(['shared', 'own']).optional(),
    }),
    output: projectSchema,
  }),
  renameProject: endpoint({
    method: 'post',
    path: '/projects/:name/rename',
    summary: 'Gives a project another name; what refers to it by its id goes on.',
    status: 200,
    access: operators,
    input: z.object({ name: z.string(), newName: z.string() }),
    output: projectSchema,
  }),
  setProjectState: endpoint({
    method: 'post',
    path: '/projects/:name/state',
    summary: 'Suspends a project, so that all that is asked of it is refused, or resumes it.',
    status: 200,
    access: operators,
    input: z.object({ name: z.string(), state: z.enum(['active', 'suspended']) }),
    output: projectSchema,
  }),
  limitProject: endpoint({
    method: 'patch',
    path: '/projects/:name/limits',
    summary: 'Changes how much a project may hold, and ask in a second; null takes a bound away.',
    status: 200,
    access: operators,
    input: z.object({
      name: z.string(),
      quota: projectQuotaChange.optional(),
      rates: ratesChange.optional(),
    }),
    output: projectSchema,
  }),
  deleteProject: endpoint({
    method: 'delete',
    path: '/projects/:name',
    summary: 'Deletes a project that has no bucket, and its keys.',
    status: 204,
    access: operators,
    input: name,
    output: nothing,
  }),
  deleteProjectWithEverything: endpoint({
    method: 'post',
    path: '/projects/:name/deletion',
    summary:
      'Closes a project and begins to delete all it holds; `confirm` repeats its name. Locked versions stay.',
    status: 202,
    access: operators,
    input: z.object({ name: z.string(), confirm: z.string() }),
    output: deletionSchema,
  }),
  getDeletion: endpoint({
    method: 'get',
    path: '/deletions/:id',
    summary: 'How far the deletion of a project, by its id, has come.',
    status: 200,
    access: operators,
    input: z.object({ id: z.string() }),
    output: deletionSchema,
  }),
}
