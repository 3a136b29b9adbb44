// A reverse proxy with a configuration of docs/proxies.md, on another port and without TLS.
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { start } from '../process.ts'

export interface Proxy {
  /** The program, and the language of its configurations in docs/proxies.md. */
  readonly program: string
  readonly language: string
  /** Puts a configuration of the documentation where `place` says. */
  readonly configure: (snippet: string, place: Place) => string
  readonly args: (file: string) => readonly string[]
}

export interface Place {
  readonly port: string
  /** For whatever the proxy writes. */
  readonly folder: string
}

export interface Running {
  readonly close: () => Promise<void>
}

const documentation = resolve(import.meta.dirname, '../../docs/proxies.md')

/** The configurations for a proxy: at the root of a host, then below a path. */
export async function snippetsOf({ language }: Proxy): Promise<readonly [atRoot: string, belowPath: string]> {
  const page = await readFile(documentation, 'utf8')
  const [atRoot, belowPath] = [...page.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(
    ([, snippet]) => snippet ?? '',
  )
  if (atRoot === undefined || belowPath === undefined)
    throw new Error(`docs/proxies.md has no two configurations for ${language}`)
  return [atRoot, belowPath]
}

/** Starts a proxy on `port` in front of `upstream`, such as `127.0.0.1:9000`. */
export async function startProxy(
  proxy: Proxy,
  snippet: string,
  { port, upstream }: { readonly port: string; readonly upstream: string },
): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), `seau-conformance-${proxy.program}-`))
  const file = join(folder, 'configuration')
  await writeFile(file, proxy.configure(snippet.replaceAll('127.0.0.1:9000', upstream), { port, folder }))
  const child = start(proxy.program, proxy.args(file), { env: { HOME: folder }, cwd: folder })
  const words = text(child.stderr)
  child.stdout.resume()
  const ended = once(child, 'exit')
  const close = async () => {
    child.kill('SIGTERM')
    await Promise.race([ended, delay(5_000).then(() => child.kill('SIGKILL'))])
    await rm(folder, { recursive: true, force: true })
  }
  if (await listens(Number(port), () => child.exitCode === null)) return { close }
  await close()
  throw new Error(`${proxy.program} did not start: ${(await words).trim().split('\n').at(-1) ?? ''}`)
}

async function listens(port: number, isAlive: () => boolean): Promise<boolean> {
  for (let attempt = 0; attempt < 100 && isAlive(); attempt += 1) {
    const socket = connect(port, '127.0.0.1')
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return true
    await delay(100)
  }
  return false
}
