import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { endpoint, moment, nothing } from './endpoint.ts'

/** A year, as in REST. */
const maxSeconds = 31_536_000

const linkSchema = z.object({
  id: z.string(),
  apiKeyId: z.string(),
  bucket: z.string(),
  key: z.string(),
  method: z.enum(['GET', 'PUT', 'POST']),
  isSingleUse: z.boolean(),
  createdAt: moment,
  expiresAt: moment,
  usedAt: moment.nullable(),
})

export const linkEndpoints = {
  listLinks: endpoint({
    method: 'get',
    path: '/projects/:project/links',
    summary: 'Signed links of a project that are on record, the newest first, at most 1,000.',
    status: 200,
    access: viewers('project'),
    input: z.object({ project: z.string() }),
    output: z.object({ links: z.array(linkSchema) }),
  }),
  signLink: endpoint({
    method: 'post',
    path: '/projects/:project/links',
    summary:
      'Signs a link, in the name of an API key, by which whoever has it downloads an object; it is on record, and can be revoked.',
    status: 201,
    access: projectAdmins('project'),
    input: z.object({
      project: z.string(),
      apiKeyId: z.string(),
      bucket: z.string(),
      key: z.string().min(1),
      expiresInSeconds: z.int().min(1).max(maxSeconds),
      /** The name under which browsers save what they get. */
      download: z.string().min(1).max(255).optional(),
      /** How an image is to come, as a query: `preset=small`, `width=300&format=webp`. */
      transform: z.string().max(1024).optional(),
      /** Good for one download. */
      isSingleUse: z.boolean().optional(),
    }),
    output: z.object({ url: z.string(), expiresAt: moment }),
  }),
  revokeLink: endpoint({
    method: 'delete',
    path: '/projects/:project/links/:id',
    summary: 'Revokes a signed link.',
    status: 204,
    access: projectAdmins('project'),
    input: z.object({ project: z.string(), id: z.string() }),
    output: nothing,
  }),
  setBucketVisibility: endpoint({
    method: 'patch',
    path: '/projects/:project/buckets/:name/visibility',
    summary:
      'Lets everybody read the objects of a bucket by a statement in its policy, or takes that statement away.',
    status: 200,
    access: projectAdmins('project'),
    input: z.object({ project: z.string(), name: z.string(), isPublic: z.boolean() }),
    output: z.object({ name: z.string(), isPublic: z.boolean() }),
  }),
}
