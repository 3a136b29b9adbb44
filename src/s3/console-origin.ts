import type { CorsRule } from '../core/buckets/cors.ts'
import type { Origin } from '../http/forwarded.ts'

interface ConsolePlace {
  /** Under which browsers reach it, if not on the host of this port alone. */
  readonly url: string | undefined
  readonly port: number
}

/** Tells whether the page at an origin is the console, for a request that came by another one. */
export type IsConsole = (page: string, came: Pick<Origin, 'scheme' | 'host'>) => boolean

export const consoleOrigin =
  (place: () => ConsolePlace): IsConsole =>
  (page, { scheme, host }) => {
    const { url, port } = place()
    if (url !== undefined && new URL(url).origin === page) return true
    const here = `${scheme}://${host ?? ''}`
    if (!URL.canParse(here)) return false
    const console = new URL(here)
    console.port = String(port)
    return console.origin === page
  }

/** The console reads and writes by presigned requests, and needs the ETags of parts. */
export const consoleRule = (page: string): CorsRule => ({
  allowedMethods: ['GET', 'HEAD', 'PUT', 'POST'],
  allowedOrigins: [page],
  allowedHeaders: ['*'],
  exposeHeaders: ['ETag', 'Content-Length', 'Content-Range', 'x-amz-version-id'],
  maxAgeSeconds: 3600,
})
