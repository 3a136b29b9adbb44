import { S3Error } from '../core/errors.ts'
import { isOpenRootKey } from '../core/operators/root-key.ts'
import { machine, rootActor, type Actor } from '../core/operators/actor.ts'
import { isSame } from '../core/operators/sign-in.ts'
import { refuseOtherSites, requireConsole } from './cross-site.ts'
import type { FailureLimit } from './failure-limit.ts'
import type { Core } from '../core/create-core.ts'
import type { IncomingHttpHeaders } from 'node:http'

interface OperatorOptions {
  readonly core: Pick<Core, 'catalog' | 'clock' | 'operators'>
  /** See `adminToken` in lib/seal.ts. */
  readonly token: string
  readonly failures: FailureLimit
}

export interface OperatorRequest {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  /** What the browser's cookie holds. */
  readonly sessionToken: string | undefined
  /** Of the client, and of the console as the client sees it. */
  readonly address: string
  readonly origin: string
}

/** Accepts the token, a root key with its secret, or the cookie of a session; throws AccessDenied, or SlowDown after too many wrong keys. */
export const authenticateOperator =
  ({ core, token, failures }: OperatorOptions) =>
  async (request: OperatorRequest): Promise<Actor> => {
    const { authorization } = request.headers
    const { scheme, value } = parseAuthorization(authorization)
    if (scheme === 'bearer' && isSame(value, token)) return machine
    if (authorization === undefined) return bySession(core, request)
    failures.refuse(request.address)
    const root = scheme === 'basic' ? await rootOf(core, value) : undefined
    if (root !== undefined) return rootActor(root)
    failures.add(request.address)
    throw denied()
  }

async function bySession({ operators }: OperatorOptions['core'], request: OperatorRequest): Promise<Actor> {
  const { sessionToken, method } = request
  const actor = sessionToken === undefined ? undefined : await operators.findActor(sessionToken)
  if (!actor?.session) throw denied()
  if (method === 'GET' || method === 'HEAD') refuseOtherSites(request)
  else requireConsole(request, actor.session)
  return actor
}

function parseAuthorization(header = ''): { readonly scheme: string; readonly value: string } {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)$/.exec(header) ?? []
  return { scheme: scheme.toLowerCase(), value }
}

/** The id of the root key that a basic authorization proves. */
async function rootOf(
  { catalog, clock }: OperatorOptions['core'],
  value: string,
): Promise<string | undefined> {
  const [, id = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(value, 'base64').toString()) ?? []
  const isRight = isSame(secret, (await catalog.findAccessKey(id))?.secret ?? '')
  return isRight && (await isOpenRootKey(catalog, id, clock.now())) ? id : undefined
}

const denied = () =>
  new S3Error('AccessDenied', {
    message:
      'The admin API is for operators: sign in, or show the token of this installation, or a root access key and its secret.',
  })
