import { randomBytes } from 'node:crypto'
import type { Middleware } from 'koa'
import type { MetricsFilters } from '../lib/filter-counters.ts'

/** Who asked for what; a face fills it in as it comes to know. */
interface RequestSubject {
  /** Of what signed: an access key, or an API key. */
  keyId: string | undefined
  /** Whose bucket it was, or who asked where there is none. */
  projectId: string | undefined
  bucket: string | undefined
  key: string | undefined
  /** The code of the error that was answered. */
  error: string | undefined
}

/** What is known of a request once its answer has been sent, or given up. */
export interface RequestRecord {
  readonly requestId: string
  readonly method: string
  /** The request target, undecoded; the values of signatures are left out. */
  readonly url: string
  /** The operation's name; `unknown` when none was recognised. */
  readonly operation: string
  readonly status: number
  /** The code of an error that came as the document of an answer that had begun with 200. */
  readonly lateError: string | undefined
  /** Whether the answer was sent to its end. */
  readonly isComplete: boolean
  readonly milliseconds: number
  /** Of the bodies, as far as their headers tell; in bytes. */
  readonly bytesIn: number
  readonly bytesOut: number
  readonly remoteAddress: string | undefined
  readonly subject: Readonly<RequestSubject>
  readonly filters?: MetricsFilters | undefined
}

/** What a face notes of a request while it answers it. */
export interface RequestNotes {
  requestId: string
  /** By performance.now(). */
  readonly started: number
  operation?: string
  lateError?: string
  /** Of the answer's body. */
  bytesOut?: number
  /** Of the client, when the connection is a proxy's. */
  remoteAddress?: string | undefined
  readonly subject: RequestSubject
  filters?: MetricsFilters
}

/** Gives each request an id, and hands on what became of it. */
export const requestScope = (onDone: (record: RequestRecord) => void): Middleware => {
  const nextId = requestIds()
  return (ctx, next) => {
    const started = performance.now()
    const notes: RequestNotes = { requestId: nextId(), started, subject: noSubject() }
    ctx.state = notes
    ctx.res.once('close', () => {
      const { req, res } = ctx
      onDone({
        requestId: notes.requestId,
        method: req.method ?? '',
        url: logged(req.url ?? ''),
        operation: notes.operation ?? 'unknown',
        status: res.statusCode,
        lateError: notes.lateError,
        isComplete: res.writableFinished,
        milliseconds: Math.round((performance.now() - started) * 1000) / 1000,
        bytesIn: Number(req.headers['content-length'] ?? 0),
        bytesOut: notes.bytesOut ?? 0,
        remoteAddress: notes.remoteAddress ?? req.socket.remoteAddress,
        subject: notes.subject,
        filters: notes.filters,
      })
    })
    return next()
  }
}

const noSubject = (): RequestSubject => ({
  keyId: undefined,
  projectId: undefined,
  bucket: undefined,
  key: undefined,
  error: undefined,
})

/** Sixteen letters and digits: a random start for the process, then a count. */
function requestIds(): () => string {
  const start = randomBytes(5).toString('hex').toUpperCase()
  let count = 0
  return () => start + (count++ % 36 ** 6).toString(36).toUpperCase().padStart(6, '0')
}

/** A request's target without the values of signatures and of signed links, for logs. */
export const logged = (url: string): string =>
  url.includes('ignature=') || url.includes('token=')
    ? url.replace(/([Ss]ignature=|[?&]token=)[^&]*/g, '$1…')
    : url
