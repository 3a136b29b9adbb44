import { createHash, timingSafeEqual } from 'node:crypto'
import { S3Error } from '../core/errors.ts'
import { defaultProject } from '../core/credentials/ensure-root.ts'
import type { FailureLimit } from './failure-limit.ts'
import type { Core } from '../core/create-core.ts'

interface OperatorOptions {
  readonly core: Pick<Core, 'credentials'>
  /** See `adminToken` in lib/seal.ts. */
  readonly token: string
  readonly failures: FailureLimit
}

export interface OperatorRequest {
  readonly authorization: string | undefined
  readonly remoteAddress: string
}

/** Accepts the token, or a root key with its secret; throws AccessDenied, or SlowDown after too many wrong keys. */
export const authenticateOperator =
  ({ core, token, failures }: OperatorOptions) =>
  async ({ authorization, remoteAddress }: OperatorRequest): Promise<void> => {
    const { scheme, value } = parseAuthorization(authorization)
    if (scheme === 'bearer' && isSame(value, token)) return
    if (failures.isReached(remoteAddress)) throw new S3Error('SlowDown')
    if (scheme === 'basic' && (await isRootKey(core, value))) return
    if (authorization !== undefined) failures.add(remoteAddress)
    throw new S3Error('AccessDenied', {
      message:
        'The admin API is for operators: the token of this installation, or a root access key and its secret.',
    })
  }

function parseAuthorization(header = ''): { readonly scheme: string; readonly value: string } {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)$/.exec(header) ?? []
  return { scheme: scheme.toLowerCase(), value }
}

async function isRootKey({ credentials }: OperatorOptions['core'], value: string): Promise<boolean> {
  const [, id = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(value, 'base64').toString()) ?? []
  const signer = await credentials.findSigner(id).catch(asUnknown)
  const isRight = isSame(secret, signer?.accessKey.secret ?? '')
  return isRight && signer?.accessKey.name === 'root' && signer.caller.project.name === defaultProject
}

function asUnknown(error: unknown): undefined {
  if (!(error instanceof S3Error)) throw error
}

/** In a time that tells nothing of where they differ. */
const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))
const digest = (text: string) => createHash('sha256').update(text).digest()
