import { getBucket } from '../buckets/get-bucket.ts'
import { S3Error } from '../errors.ts'
import { renameObject, type RenameOptions } from './rename-object.ts'
import type { Caller } from '../caller.ts'
import type { ObjectRef } from './object-ref.ts'
import type { Parts } from '../parts.ts'

interface RenameOnceOptions extends Omit<RenameOptions, 'record'> {
  readonly clientToken?: string | undefined
}

/**
 * Renames an object; a client that did not hear the answer may ask again with the same token, and nothing more happens. Throws
 * IdempotencyParameterMismatch when it asks for something else, InvalidArgument for a malformed token, and what renameObject throws.
 */
export const renameOnce =
  (parts: Parts) =>
  async (caller: Caller, target: ObjectRef, options: RenameOnceOptions): Promise<void> => {
    const { clientToken: token, ...rename } = options
    if (token === undefined) return renameObject(parts)(caller, target, rename)
    checkToken(token)
    const { sourceKey, sourceConditions, targetConditions } = options
    const request = JSON.stringify([sourceKey, target.key, sourceConditions, targetConditions])
    const bucket = await getBucket(parts, caller, target.bucket)
    const known = await parts.metadata.findRename(bucket.id, token)
    if (known?.request === request) return
    if (known) throw new S3Error('IdempotencyParameterMismatch')
    const record = { token, request, at: parts.clock.now() }
    await renameObject(parts)(caller, target, { ...rename, record })
  }

function checkToken(token: string): void {
  if (/^[!-~]{1,64}$/.test(token)) return
  throw new S3Error('InvalidArgument', {
    message: 'The client token has up to 64 visible ASCII characters.',
    detail: { ArgumentName: 'x-amz-client-token', ArgumentValue: token },
  })
}
