import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { consoleFiles } from '../http/console-files.ts'
import type { Middleware } from 'koa'
import type { Config } from '../config.ts'
import type { Origin, OriginOf } from '../http/forwarded.ts'

/** The built console; the same folder for the built program and for one that runs from its sources. */
const folder = fileURLToPath(new URL('../../dist/console', import.meta.url))

/** The web console; nothing where it has not been built. */
export const serveConsole = (config: Config, originOf: OriginOf): Middleware =>
  existsSync(folder)
    ? consoleFiles({ folder, originOf, s3Origins: (origin) => s3OriginsOf(config, origin) })
    : (_, next) => next()

/** As the browser that asks may reach the S3 port: by the URLs that are known for it, and by the name of this host. */
function s3OriginsOf(
  { publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>,
  { scheme, host }: Origin,
): readonly string[] {
  const known = publicUrl.map((url) => new URL(url).origin)
  if (host === undefined || !URL.canParse(`${scheme}://${host}`)) return known
  const { hostname } = new URL(`${scheme}://${host}`)
  // With any free port it is not known here which one the S3 port got.
  return [...known, `${scheme}://${hostname}:${port === 0 ? '*' : String(port)}`]
}
