import { z } from 'zod'
import { filtered } from './access.ts'
import { endpoint, moment } from './endpoint.ts'

const requestSchema = z.object({
  id: z.number(),
  at: moment,
  requestId: z.string(),
  /** The key that signed. */
  keyId: z.string().nullable(),
  /** Whose bucket it was, or who asked where there is none. */
  project: z.string().nullable(),
  operation: z.string(),
  bucket: z.string().nullable(),
  key: z.string().nullable(),
  method: z.string(),
  status: z.number(),
  /** Its code. */
  error: z.string().nullable(),
  bytesIn: z.number(),
  bytesOut: z.number(),
  milliseconds: z.number(),
  address: z.string().nullable(),
})

/** What a search may ask for. */
export const requestFilters = z.object({
  project: z.string().optional(),
  keyId: z.string().optional(),
  operation: z.string().optional(),
  bucket: z.string().optional(),
  prefix: z.string().optional(),
  requestId: z.string().optional(),
  error: z.string().optional(),
  address: z.string().optional(),
  /** 400 finds all that failed. */
  leastStatus: z.coerce.number().int().optional(),
  mostStatus: z.coerce.number().int().optional(),
  leastMilliseconds: z.coerce.number().min(0).optional(),
  method: z.string().optional(),
  since: moment.optional(),
  until: moment.optional(),
})

const mostPerPage = 1000

export const requestEndpoints = {
  searchRequests: endpoint({
    method: 'get',
    path: '/requests',
    summary:
      'Requests that were answered, newest first; `next` goes on as `before`, also where a page is empty. The same as a file: `GET /requests/export?format=csv` or `ndjson`.',
    status: 200,
    access: filtered('project'),
    input: z.object({
      ...requestFilters.shape,
      before: z.coerce.number().optional(),
      /** The id of the newest one that is known: to follow what comes in. */
      after: z.coerce.number().optional(),
      limit: z.coerce.number().int().min(1).max(mostPerPage).optional(),
    }),
    output: z.object({ requests: z.array(requestSchema), next: z.number().nullable() }),
  }),
  listSlowRequests: endpoint({
    method: 'get',
    path: '/requests/slowest',
    summary: 'The requests that took longest, of the newest ones.',
    status: 200,
    access: filtered('project'),
    input: z.object({
      project: z.string().optional(),
      since: moment.optional(),
      limit: z.coerce.number().int().min(1).max(mostPerPage).optional(),
    }),
    output: z.object({ requests: z.array(requestSchema) }),
  }),
}
