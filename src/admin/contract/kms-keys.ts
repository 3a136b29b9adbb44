import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { endpoint, moment } from './endpoint.ts'

const kmsKeySchema = z.object({
  id: z.string(),
  /** What requests name it by; the id and the alias do as well. */
  arn: z.string(),
  alias: z.string().nullable(),
  status: z.enum(['enabled', 'disabled']),
  /** How many times it has got material. */
  versions: z.number(),
  createdAt: moment,
})

const ofKey = projectAdmins('id', 'kms key')

export const kmsKeyEndpoints = {
  listKmsKeys: endpoint({
    method: 'get',
    path: '/projects/:project/kms-keys',
    summary: "The keys of a project's key ring, oldest first.",
    status: 200,
    access: viewers('project'),
    input: z.object({ project: z.string() }),
    output: z.object({ keys: z.array(kmsKeySchema) }),
  }),
  createKmsKey: endpoint({
    method: 'post',
    path: '/projects/:project/kms-keys',
    summary: 'Makes a key for SSE-KMS.',
    status: 201,
    access: projectAdmins('project'),
    input: z.object({ project: z.string(), alias: z.string().optional() }),
    output: kmsKeySchema,
  }),
  setKmsKeyStatus: endpoint({
    method: 'patch',
    path: '/kms-keys/:id',
    summary: 'Disables or enables a key: what is encrypted with a disabled one cannot be read.',
    status: 200,
    access: ofKey,
    input: z.object({ id: z.string(), status: kmsKeySchema.shape.status }),
    output: kmsKeySchema,
  }),
  rotateKmsKey: endpoint({
    method: 'post',
    path: '/kms-keys/:id/rotate',
    summary: 'Gives a key new material; what the old one has encrypted stays readable.',
    status: 200,
    access: ofKey,
    input: z.object({ id: z.string() }),
    output: kmsKeySchema,
  }),
}
