import { z } from 'zod'
import { projectAdmins, viewers } from './access.ts'
import { endpoint, moment } from './endpoint.ts'
import { objectInput, pageInput } from './object-input.ts'

const versionSchema = z.object({
  key: z.string(),
  versionId: z.string(),
  isLatest: z.boolean(),
  /** Then size, entity tag and storage class say nothing. */
  isDeleteMarker: z.boolean(),
  size: z.number(),
  etag: z.string(),
  lastModified: moment,
  storageClass: z.string(),
})

export const objectVersionEndpoints = {
  listVersions: endpoint({
    method: 'get',
    path: '/buckets/:name/versions',
    summary: 'A page of the versions and delete markers of a bucket, by key, the newest of a key first.',
    status: 200,
    access: viewers('project'),
    input: pageInput,
    output: z.object({
      prefixes: z.array(z.string()),
      versions: z.array(versionSchema),
      next: z.string().nullable(),
    }),
  }),
  restoreVersion: endpoint({
    method: 'post',
    path: '/buckets/:name/versions/restore',
    summary: 'Makes an older version the newest one again, by a copy.',
    status: 200,
    access: projectAdmins('project'),
    input: objectInput.extend({ versionId: z.string() }),
    output: z.object({ key: z.string(), versionId: z.string().nullable() }),
  }),
}
