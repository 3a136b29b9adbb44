import { z } from 'zod'
import { projectAdmins } from './access.ts'
import { endpoint } from './endpoint.ts'
import { versionInput } from './object-input.ts'

export const objectRestoreEndpoints = {
  restoreObject: endpoint({
    method: 'post',
    path: '/buckets/:name/object/restore',
    summary: 'Makes an archived object, or one of its versions, readable for some days.',
    status: 200,
    access: projectAdmins('project'),
    input: versionInput.extend({ days: z.int().min(1).max(365) }),
    output: z.object({
      /** Whether it could be read already; then its days count anew. */
      wasRestored: z.boolean(),
    }),
  }),
}
