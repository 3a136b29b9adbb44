import sirv from 'sirv'
import type { Context, Middleware } from 'koa'
import type { Origin, OriginOf } from './forwarded.ts'

interface ConsoleOptions {
  /** Of the built console. */
  readonly folder: string
  readonly originOf: OriginOf
  /** Where the browser finds the S3 port, as origins: bytes come from there. */
  readonly s3Origins: (origin: Origin) => readonly string[]
}

const mount = '/console'
/** Names of assets change with their content; all other names that are no files are pages. */
const assets = '/assets/'

/** The web console below `/console/`, to which `/` leads. A path that names no file is a page of it. */
export function consoleFiles({ folder, originOf, s3Origins }: ConsoleOptions): Middleware {
  const isServed = fileServer(folder)
  return async (ctx, next) => {
    const { req: request, res: response, path } = ctx
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (isRead && (path === '/' || path === mount)) {
      ctx.redirect(`${mount}/`)
      return
    }
    if (!isRead || !path.startsWith(`${mount}/`)) {
      await next()
      return
    }
    for (const [name, value] of headersFor(s3Origins(originOf(request)))) response.setHeader(name, value)
    ctx.respond = false
    const file = path.slice(mount.length)
    ctx.respond = !(await isServed(ctx, file)) && (file.startsWith(assets) || !(await isServed(ctx, '/')))
  }
}

/** Answers with a file of a folder; false when it has none of that name. */
function fileServer(folder: string): (ctx: Context, file: string) => Promise<boolean> {
  const serve = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      response.setHeader(
        'Cache-Control',
        path.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  return ({ req, res }, file) =>
    new Promise((resolve) => {
      const { url = '/' } = req
      res.once('close', () => {
        resolve(true)
      })
      req.url = file
      serve(req, res, () => {
        resolve(false)
      })
      req.url = url
    })
}

/** The console runs its own scripts only, is shown in no frame, and gets bytes of users from the S3 port only. */
function headersFor(s3: readonly string[]): readonly (readonly [name: string, value: string])[] {
  const bytes = s3.join(' ')
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    // The component library writes its variables into style elements.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${bytes}`,
    `media-src ${bytes}`,
    `frame-src ${bytes}`,
    `connect-src 'self' ${bytes}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return [
    ['Content-Security-Policy', policy.join('; ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Referrer-Policy', 'same-origin'],
    ['X-Content-Type-Options', 'nosniff'],
  ]
}
