import { z } from 'zod'
import { signedIn } from './access.ts'
import { endpoint, noInput } from './endpoint.ts'

const statusSchema = z.object({
  version: z.string(),
  /** The data folder. */
  data: z.string(),
  workers: z.number(),
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
