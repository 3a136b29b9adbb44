import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { ratesChange, ratesSchema } from './bounds.ts'
import { endpoint, moment, nothing } from './endpoint.ts'

const keySchema = z.object({
  id: z.string(),
  /** The name of the project that the key belongs to. */
  project: z.string(),
  name: z.string(),
  status: z.enum(['active', 'disabled']),
  /** The document that must allow what is done with the key. */
  policy: z.string().nullable(),
  rates: ratesSchema,
  createdAt: moment,
  expiresAt: moment.nullable(),
})

/** Known to a minute or so. */
const listedKeySchema = keySchema.extend({
  lastUse: z.object({ at: moment, operation: z.string() }).nullable(),
})

/** The only answers that hold a secret. */
const newKeySchema = z.object({
  id: z.string(),
  secret: z.string(),
  ...keySchema.omit({ id: true }).shape,
})

const scopeSchema = z.object({
  isReadOnly: z.boolean().optional(),
  bucket: z.string().min(1).optional(),
  prefix: z.string().optional(),
})

const ofKey = projectAdmins('id', 'access key')

export const keyEndpoints = {
  listKeys: endpoint({
    method: 'get',
    path: '/projects/:project/keys',
    summary: 'The access keys of a project, oldest first, without their secrets.',
    status: 200,
    access: viewers('project'),
    input: z.object({ project: z.string() }),
    output: z.object({ keys: z.array(listedKeySchema) }),
  }),
  createKey: endpoint({
    method: 'post',
    path: '/projects/:project/keys',
    summary:
      'Makes an access key, or imports one whose id and secret are given. Its secret is shown only here.',
    status: 201,
    access: projectAdmins('project'),
    input: z.object({
      project: z.string(),
      name: z.string().max(128).optional(),
      id: z.string().optional(),
      secret: z.string().optional(),
      expiresAt: moment.optional(),
      scope: scopeSchema.optional(),
      policy: z.string().max(20_480).optional(),
      rates: ratesChange.optional(),
    }),
    output: newKeySchema,
  }),
  rotateKey: endpoint({
    method: 'post',
    path: '/keys/:id/rotate',
    summary:
      'Makes a key that may do the same; the old one expires after the overlap. The secret is shown only here.',
    status: 201,
    access: ofKey,
    input: z.object({ id: z.string(), overlapSeconds: z.int().min(0).max(31_536_000) }),
    output: newKeySchema,
  }),
  setKeyStatus: endpoint({
    method: 'patch',
    path: '/keys/:id',
    summary: 'Disables or enables an access key.',
    status: 200,
    access: ofKey,
    input: z.object({ id: z.string(), status: keySchema.shape.status }),
    output: keySchema,
  }),
  deleteKey: endpoint({
    method: 'delete',
    path: '/keys/:id',
    summary: 'Deletes an access key.',
    status: 204,
    access: ofKey,
    input: z.object({ id: z.string() }),
    output: nothing,
  }),
}
