import { S3Error } from '../core/errors.ts'
import { limitRate } from './limit-rate.ts'
import { noteCaller } from './note-caller.ts'
import { requestFacts } from './request-facts.ts'
import { queryOf } from './query-of.ts'
import type { Bearer } from '../core/api-keys/bearer.ts'
import type { Caller } from '../core/caller.ts'
import type { Core } from '../core/create-core.ts'
import type { Exchange } from './exchange.ts'

interface Authenticated {
  readonly bearer: Bearer | undefined
  readonly caller: Caller
}

/** Who shows an API key, or nobody. Throws InvalidAccessKeyId, ExpiredToken or AccountProblem for a key that is not good, SlowDown. */
export async function authenticate(core: Core, exchange: Exchange): Promise<Authenticated> {
  const { request, notes } = exchange
  const prefix = queryOf(request.url).get('prefix')
  const { requestId } = notes
  const facts = requestFacts({ exchange, prefix, now: core.clock.now() })
  const token = bearerToken(request.headers.authorization)
  if (token === undefined)
    return { bearer: undefined, caller: { kind: 'anonymous', requestId, request: facts } }
  const { key, caller: known } = await core.apiKeys.findBearer(token)
  core.apiKeys.noteUse(key.id)
  const caller = { requestId, request: facts, ...known }
  noteCaller(exchange, caller)
  await limitRate(exchange, core, caller.rates)
  return { bearer: { key, caller }, caller }
}

function bearerToken(header: string | undefined): string | undefined {
  if (header === undefined) return undefined
  const [, token] = /^Bearer +(\S+)$/i.exec(header) ?? []
  if (token !== undefined) return token
  throw new S3Error('InvalidAccessKeyId', {
    message: 'The Authorization header must be "Bearer" and an API key.',
  })
}
