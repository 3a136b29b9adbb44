import { isoTime } from '../../lib/iso-time.ts'
import { projectName } from '../project-names.ts'
import { reachedProjects } from '../reached-projects.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf, OutputOf } from '../contract.ts'
import type { LoggedRequest } from '../../core/request-log/request-entry.ts'

export type RequestOutput = OutputOf<'searchRequests'>['requests'][number]

const requestsPerPage = 100
const slowRequests = 20

export const requestCalls = ({ requests, catalog }: Pick<Core, 'requests' | 'catalog'>) => ({
  searchRequests: async (
    { project, since, until, limit = requestsPerPage, ...filters }: InputOf<'searchRequests'>,
    { actor }: CallContext,
  ) => {
    const { entries, next } = await requests.search({
      ...filters,
      projectIds: await reachedProjects(catalog, actor, project),
      since: since === undefined ? undefined : Date.parse(since),
      until: until === undefined ? undefined : Date.parse(until),
      limit,
    })
    return { requests: await outputs(catalog, entries), next: next ?? null }
  },
  listSlowRequests: async (
    { project, since, limit = slowRequests }: InputOf<'listSlowRequests'>,
    { actor }: CallContext,
  ) => {
    const found = await requests.slowest({
      projectIds: await reachedProjects(catalog, actor, project),
      since: since === undefined ? undefined : Date.parse(since),
      limit,
    })
    return { requests: await outputs(catalog, found) }
  },
})

const outputs = (catalog: Core['catalog'], entries: readonly LoggedRequest[]) =>
  Promise.all(entries.map((entry) => requestOutput(catalog, entry)))

async function requestOutput(
  catalog: Core['catalog'],
  { at, keyId, projectId, bucket, key, error, address, ...entry }: LoggedRequest,
): Promise<RequestOutput> {
  return {
    ...entry,
    at: isoTime(at),
    keyId: keyId ?? null,
    project: projectId === undefined ? null : await projectName(catalog, projectId),
    bucket: bucket ?? null,
    key: key ?? null,
    error: error ?? null,
    address: address ?? null,
  }
}
