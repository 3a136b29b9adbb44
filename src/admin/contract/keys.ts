import { z } from 'zod'
import { endpoint, moment, nothing } from './endpoint.ts'

const keySchema = z.object({
  id: z.string(),
  /** The name of the project that the key belongs to. */
  project: z.string(),
  name: z.string(),
  status: z.enum(['active', 'disabled']),
  createdAt: moment,
  expiresAt: moment.nullable(),
})

/** The only answer that holds a secret. */
const newKeySchema = z.object({
  id: z.string(),
  secret: z.string(),
  ...keySchema.omit({ id: true }).shape,
})

export const keyEndpoints = {
  listKeys: endpoint({
    method: 'get',
    path: '/projects/:project/keys',
    summary: 'The access keys of a project, oldest first, without their secrets.',
    status: 200,
    input: z.object({ project: z.string() }),
    output: z.object({ keys: z.array(keySchema) }),
  }),
  createKey: endpoint({
    method: 'post',
    path: '/projects/:project/keys',
    summary:
      'Makes an access key, or imports one whose id and secret are given. Its secret is shown only here.',
    status: 201,
    input: z.object({
      project: z.string(),
      name: z.string().max(128).optional(),
      id: z.string().optional(),
      secret: z.string().optional(),
      expiresAt: moment.optional(),
    }),
    output: newKeySchema,
  }),
  setKeyStatus: endpoint({
    method: 'patch',
    path: '/keys/:id',
    summary: 'Disables or enables an access key.',
    status: 200,
    input: z.object({ id: z.string(), status: keySchema.shape.status }),
    output: keySchema,
  }),
  deleteKey: endpoint({
    method: 'delete',
    path: '/keys/:id',
    summary: 'Deletes an access key.',
    status: 204,
    input: z.object({ id: z.string() }),
    output: nothing,
  }),
}
