import type { Core } from '../core/create-core.ts'
import type { Exchange } from './send.ts'
import type { ProjectCaller } from '../core/caller.ts'

interface Signed {
  readonly caller: ProjectCaller
  readonly operation: string
}

/** Notes that a key is used, and counts the request for the limits of who signed. Throws SlowDown. */
export async function admit(
  { request, response, notes }: Exchange,
  { credentials, rates }: Core,
  { caller, operation }: Signed,
): Promise<void> {
  credentials.noteUse(caller.accessKeyId, operation)
  const limits = caller.rates
  if (!limits) return
  response.once('close', () => {
    void rates.charge(limits, Number(request.headers['content-length'] ?? 0) + (notes.bytesOut ?? 0))
  })
  await rates.admit(limits)
}
