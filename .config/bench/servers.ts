import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import type { BareReady } from './bare-server.ts'
import type { Bench } from './bench.ts'

/** A server in a process of its own. */
export interface RunningServer {
  readonly port: number
  readonly pid: number
}

/** A Seau, which has a second port. */
export interface RunningSeau extends RunningServer {
  readonly consolePort: number
}

interface Stoppable {
  stop(): Promise<void>
}

const rootKey = { accessKey: 'BENCHROOT0123456789A', secretKey: 'benchsecret0123456789benchsecret01234567' }

/** Where a signer finds the server, and with which key. */
export const targetOf = ({ port }: RunningServer) => ({
  endpoint: `http://127.0.0.1:${String(port)}`,
  region: 'us-east-1',
  ...rootKey,
})

interface SeauOptions {
  /** SEAU_* variables. */
  readonly settings?: Readonly<Record<string, string>>
  /** Stays when the server stops; without it the data goes with the server. */
  readonly data?: string
}

/** Runs `work` beside a fresh Seau that logs as it does in use, and stops it afterwards. */
export async function withSeau<T>(
  bench: Bench,
  { settings = {}, data: given }: SeauOptions,
  work: (seau: RunningSeau) => Promise<T>,
): Promise<T> {
  const data = given ?? (await mkdtemp(join(bench.folder, 'data-')))
  const server = await startSeau(bench.program, seauEnvironment(data, settings))
  try {
    return await work(server)
  } finally {
    await server.stop()
    if (given === undefined) await rm(data, { recursive: true, force: true })
  }
}

/** Runs `work` beside the bare server, which has one file to offer, as `/file`, when it is given one. */
export async function withBare<T>(
  { file }: { readonly file?: string },
  work: (bare: RunningServer) => Promise<T>,
): Promise<T> {
  const child = fork(join(import.meta.dirname, 'bare-server.ts'), file === undefined ? [] : [file])
  const [ready] = (await once(child, 'message')) as [BareReady]
  const server = stoppable(child, ready.port)
  try {
    return await work(server)
  } finally {
    await server.stop()
  }
}

/** The SEAU_* variables of a Seau with its data in a folder. */
export const seauEnvironment = (data: string, settings: Readonly<Record<string, string>> = {}) => ({
  SEAU_DATA: data,
  SEAU_ROOT_ACCESS_KEY: rootKey.accessKey,
  SEAU_ROOT_SECRET_KEY: rootKey.secretKey,
  ...settings,
})

async function startSeau(
  program: string,
  environment: Record<string, string>,
): Promise<RunningSeau & Stoppable> {
  const [port, consolePort] = await freePorts(2)
  if (port === undefined || consolePort === undefined) throw new Error('There is no free port.')
  const child = spawn(process.execPath, [program, 'serve'], {
    env: {
      PATH: process.env['PATH'],
      SEAU_PORT: String(port),
      SEAU_CONSOLE_PORT: String(consolePort),
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const words = text(child.stderr)
  const server = stoppable(child, port)
  if (await isAnswering(server, child)) return { consolePort, ...server }
  await server.stop()
  throw new Error(`The server did not start: ${(await words).trim()}`)
}

/** False when the process ends before its first answer, or has none to give for half a minute. */
async function isAnswering({ port }: RunningServer, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + 30_000
  while (!hasEnded(child) && performance.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/`).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer) return true
    await delay(50)
  }
  return false
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

/** Also ends with this process. */
function stoppable(child: ChildProcess, port: number): RunningServer & Stoppable {
  const exited = once(child, 'exit')
  const kill = () => {
    child.kill('SIGKILL')
  }
  process.prependOnceListener('exit', kill)
  return {
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      if (!hasEnded(child)) {
        child.kill('SIGTERM')
        await Promise.race([exited, delay(10_000, undefined, { ref: false })])
        kill()
      }
      process.off('exit', kill)
    },
  }
}

/** Ports that were free a moment ago. */
async function freePorts(count: number): Promise<readonly number[]> {
  const listeners = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(listeners.map((listener) => once(listener, 'listening')))
  return listeners.map((listener) => {
    const address = listener.address()
    listener.close()
    return typeof address === 'object' && address ? address.port : 0
  })
}
