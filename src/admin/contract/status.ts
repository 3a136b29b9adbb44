import { z } from 'zod'
import { signedIn } from './access.ts'
import { endpoint, noInput } from './endpoint.ts'

const statusSchema = z.object({
  version: z.string(),
  /** The data folder. */
  data: z.string(),
  workers: z.number(),
  /** Of the S3 port for whoever asks, without a slash at the end. */
  s3Url: z.string(),
})

export const statusEndpoints = {
  getStatus: endpoint({
    method: 'get',
    path: '/status',
    summary: 'What runs here.',
    status: 200,
    access: signedIn,
    input: noInput,
    output: statusSchema,
  }),
}
