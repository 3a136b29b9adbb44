import { matchCors } from '../core/buckets/cors.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Exchange } from '../s3/exchange.ts'

/** Lets the page at `Origin` read the answer when a rule of the bucket allows it; websites answer no preflight. */
export function allowSiteOrigin({ request, response }: Exchange, { configuration }: Bucket): void {
  const { origin } = request.headers
  if (origin === undefined) return
  const asked = { origin, method: request.method ?? '', requestHeaders: [] }
  const headers = matchCors(configuration.cors ?? [], asked)
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
}
