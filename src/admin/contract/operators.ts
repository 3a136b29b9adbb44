import { z } from 'zod'
import { operators } from './access.ts'
import { endpoint, moment, noInput, nothing } from './endpoint.ts'

export const roleSchema = z.enum(['operator', 'project-admin', 'viewer'])
const statusSchema = z.enum(['active', 'disabled'])

const operatorSchema = z.object({
  name: z.string(),
  role: roleSchema,
  /** By name; `null`: all. */
  projects: z.array(z.string()).nullable(),
  status: statusSchema,
  /** By what it can sign in. */
  signsInWith: z.array(z.enum(['password', 'oidc', 'passkey'])),
  hasSecondFactor: z.boolean(),
  createdAt: moment,
  signedInAt: moment.nullable(),
})

const projectNames = z.array(z.string()).nullable()

export const operatorEndpoints = {
  listOperators: endpoint({
    method: 'get',
    path: '/operators',
    summary: 'Who may use this API, by name.',
    status: 200,
    access: operators,
    input: noInput,
    output: z.object({ operators: z.array(operatorSchema) }),
  }),
  createOperator: endpoint({
    method: 'post',
    path: '/operators',
    summary:
      'Lets somebody use this API: an operator everything, a project admin what concerns its projects, a viewer only look.',
    status: 201,
    access: operators,
    input: z.object({
      name: z.string(),
      role: roleSchema,
      projects: projectNames.optional(),
      password: z.string().optional(),
    }),
    output: operatorSchema,
  }),
  changeOperator: endpoint({
    method: 'patch',
    path: '/operators/:name',
    summary: 'Changes role and projects (given together), status or password, and ends the sessions.',
    status: 200,
    access: operators,
    input: z.object({
      name: z.string(),
      role: roleSchema.optional(),
      projects: projectNames.optional(),
      status: statusSchema.optional(),
      password: z.string().optional(),
      /** Lets it sign in without its second factor, which it has lost. */
      dropSecondFactor: z.boolean().optional(),
    }),
    output: operatorSchema,
  }),
  deleteOperator: endpoint({
    method: 'delete',
    path: '/operators/:name',
    summary: 'Deletes an operator with its sessions and passkeys.',
    status: 204,
    access: operators,
    input: z.object({ name: z.string() }),
    output: nothing,
  }),
}
