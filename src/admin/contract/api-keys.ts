import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { endpoint, moment, nothing } from './endpoint.ts'

const apiKeySchema = z.object({
  id: z.string(),
  /** The name of the project that the key belongs to. */
  project: z.string(),
  name: z.string(),
  status: z.enum(['active', 'disabled']),
  /** The document that must allow what is done with the key. */
  policy: z.string().nullable(),
  createdAt: moment,
  expiresAt: moment.nullable(),
  /** Known to a minute or so. */
  lastUsedAt: moment.nullable(),
})

/** The only answers that hold the key itself. */
const newApiKeySchema = z.object({
  id: z.string(),
  token: z.string(),
  ...apiKeySchema.omit({ id: true }).shape,
})

const ofKey = projectAdmins('id', 'API key')

export const apiKeyEndpoints = {
  listApiKeys: endpoint({
    method: 'get',
    path: '/projects/:project/api-keys',
    summary: 'The API keys of a project for REST, oldest first.',
    status: 200,
    access: viewers('project'),
    input: z.object({ project: z.string() }),
    output: z.object({ keys: z.array(apiKeySchema) }),
  }),
  createApiKey: endpoint({
    method: 'post',
    path: '/projects/:project/api-keys',
    summary: 'Makes an API key for REST. It is shown only here.',
    status: 201,
    access: projectAdmins('project'),
    input: z.object({
      project: z.string(),
      name: z.string().max(128).optional(),
      expiresAt: moment.optional(),
      scope: z
        .object({
          isReadOnly: z.boolean().optional(),
          bucket: z.string().min(1).optional(),
          prefix: z.string().optional(),
        })
        .optional(),
      policy: z.string().max(20_480).optional(),
    }),
    output: newApiKeySchema,
  }),
  regenerateApiKey: endpoint({
    method: 'post',
    path: '/api-keys/:id/regenerate',
    summary:
      'Gives an API key another token, which is shown only here. The old one ends, and every link signed with it.',
    status: 201,
    access: ofKey,
    input: z.object({ id: z.string() }),
    output: newApiKeySchema,
  }),
  setApiKeyStatus: endpoint({
    method: 'patch',
    path: '/api-keys/:id',
    summary: 'Disables or enables an API key, and the links signed with it.',
    status: 200,
    access: ofKey,
    input: z.object({ id: z.string(), status: apiKeySchema.shape.status }),
    output: apiKeySchema,
  }),
  deleteApiKey: endpoint({
    method: 'delete',
    path: '/api-keys/:id',
    summary: 'Deletes an API key. Every link signed with it ends.',
    status: 204,
    access: ofKey,
    input: z.object({ id: z.string() }),
    output: nothing,
  }),
}
