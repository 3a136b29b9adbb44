import { MemoryLocker, Server } from '@tus/server'
import { S3Error } from '../../core/errors.ts'
import { authenticate } from '../authenticate.ts'
import { bearerOf } from '../call.ts'
import { fileUrl } from '../file-url.ts'
import { asRefused, refusalOf } from '../refusal.ts'
import { TusStore } from './tus-store.ts'
import { worksUnderWay, type UnderWay } from './under-way.ts'
import type { Core } from '../../core/create-core.ts'
import type { Exchange } from '../exchange.ts'
import type { ProjectCaller } from '../../core/caller.ts'

interface TusOptions {
  readonly core: Core
  readonly filesUrl: string | undefined
  readonly onFault: (error: unknown, requestId: string) => void
}

const path = '/api/tus'

/** Uploads that go on where they broke off. https://tus.io/protocols/resumable-upload */
export function tusHandler(options: TusOptions): (exchange: Exchange) => Promise<void> {
  const shared = { locker: new MemoryLocker(), underWay: worksUnderWay() }
  return async (exchange) => {
    const { request, response, notes } = exchange
    notes.operation = 'RestTus'
    const { bearer } = await authenticate(options.core, exchange)
    const { caller } = bearerOf({ bearer })
    exchange.sendContinue()
    await serverFor(options, exchange, { ...shared, caller }).handle(request, response)
  }
}

interface Shared {
  readonly locker: MemoryLocker
  readonly underWay: UnderWay
  readonly caller: ProjectCaller
}

/** The library's stores do not hear of requests: each caller gets a server of its own, which is a few small objects. */
function serverFor(
  { core, filesUrl, onFault }: TusOptions,
  exchange: Exchange,
  { locker, underWay, caller }: Shared,
) {
  const { scheme, host = '' } = exchange.origin
  const baseUrl = `${scheme}://${host}`
  return new Server({
    path,
    locker,
    datastore: new TusStore({ core, caller, underWay }),
    maxSize: core.settings.maxObjectBytes,
    namingFunction: () => core.ids.uuid(),
    generateUrl: (_request, { id }) => `${baseUrl}${path}/${id}`,
    // A page of another origin has no key, and what answers it must not open the way by itself.
    allowedOrigins: [],
    onUploadFinish: async (_request, { id }) => {
      const { upload } = await core.resumable.get(caller, id)
      const { bucket, key } = upload
      const url = fileUrl(filesUrl ?? baseUrl, { project: caller.project.name, bucket, file: key })
      return { headers: { 'Content-Location': url } }
    },
    onResponseError: (_request, error) => {
      if (!(error instanceof Error) || isOfProtocol(error)) return undefined
      const { refused, isFault } = asRefused(error)
      if (isFault) onFault(error, exchange.notes.requestId)
      const { status } = refusalOf(refused)
      return { status_code: status, body: `${refused.code}: ${refused.message}\n` }
    },
  })
}

/** Errors of the library itself know their status. */
const isOfProtocol = (error: Error) => !(error instanceof S3Error) && 'status_code' in error
