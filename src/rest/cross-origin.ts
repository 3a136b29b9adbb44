import { matchCors } from '../core/buckets/cors.ts'
import { answerPreflight, parseHeaderNames } from '../core/buckets/preflight.ts'
import { parseLinkToken } from '../core/links/link-token.ts'
import { queryOf } from './query-of.ts'
import { storageAddress } from './storage-address.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Core } from '../core/create-core.ts'
import type { Exchange } from './exchange.ts'

type Catalog = Pick<Core, 'catalog'>

/** Answers OPTIONS, which browsers send without a key. Throws BadRequest or AccessForbidden. */
export async function sendPreflight(core: Catalog, { request, response }: Exchange): Promise<void> {
  const {
    origin,
    'access-control-request-method': method,
    'access-control-request-headers': headers,
  } = request.headers
  const bucket = await namedBucket(core, request.url)
  const allowed = answerPreflight(bucket?.configuration.cors, { origin, method, headers })
  response.writeHead(200, { ...allowed, 'Content-Length': '0' }).end()
}

/** Lets the page at `Origin` read the answer, whatever it becomes, when a rule of the bucket allows it. */
export async function allowOrigin(core: Catalog, { request, response }: Exchange): Promise<void> {
  const { origin } = request.headers
  if (origin === undefined) return
  const bucket = await namedBucket(core, request.url)
  const requestHeaders = parseHeaderNames(request.headers['access-control-request-headers'])
  const asked = { origin, method: request.method ?? '', requestHeaders }
  const headers = matchCors(bucket?.configuration.cors ?? [], asked)
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
}

/** The bucket that a URL means, as far as can be told without believing its signature. */
async function namedBucket({ catalog }: Catalog, url = '/'): Promise<Bucket | undefined> {
  const named = await nameIn({ catalog }, url)
  return named && catalog.findBucket(named.namespace, named.bucket)
}

interface Named {
  readonly namespace: string
  readonly bucket: string
}

async function nameIn(core: Catalog, url: string): Promise<Named | undefined> {
  if (/^(?:\/api)?\/storage\//.test(url)) return nameInPath(core, url)
  const query = queryOf(url)
  const bucket = query.get('bucket')
  return (
    nameInLink(core, query.get('token')) ?? (bucket === undefined ? undefined : { namespace: '', bucket })
  )
}

async function nameInPath({ catalog }: Catalog, url: string): Promise<Named | undefined> {
  const { project: name, bucket } = storageAddress(url)
  const project = await catalog.findProjectByName(name)
  return project && { namespace: project.namespace, bucket }
}

function nameInLink({ catalog }: Catalog, token = ''): Promise<Named | undefined> | undefined {
  const link = parseLinkToken(token)
  if (!link) return undefined
  return catalog.findApiKey(link.keyId).then(async (key) => {
    const project = key && (await catalog.findProject(key.projectId))
    return project && { namespace: project.namespace, bucket: link.bucket }
  })
}
