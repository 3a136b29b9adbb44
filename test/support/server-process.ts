import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { rootKey, testEnvironment, type TestServer } from './server.ts'

export interface ServerProcess extends TestServer {
  readonly pid: number
  /** From the start of the process to its readiness. */
  readonly startMs: number
  /** Ends the process without warning, as `kill -9` does. */
  kill(): Promise<void>
}

interface ProcessOptions {
  /** Stays when the process ends. */
  readonly data: string
  /** SEAU_* variables. */
  readonly settings?: Readonly<Record<string, string>>
  /** The sources when absent. */
  readonly program?: Program
}

type Program = 'sources' | 'built'

const repository = resolve(import.meta.dirname, '../..')
const builtFile = resolve(repository, 'dist/main.cjs')

const programs: Readonly<Record<Program, readonly string[]>> = {
  sources: ['--import', 'tsx', 'src/main.cts'],
  built: ['--enable-source-maps', builtFile],
}

/** Whether there is something to start as `built`, made from the sources as they were once. */
export const isBuilt = () => existsSync(builtFile)

/** A server in a process of its own, which may be killed; rejects with what it wrote when it does not start. */
export async function startProcess(options: ProcessOptions): Promise<ServerProcess> {
  const started = performance.now()
  const child = launch(options)
  const exited = once(child, 'exit')
  const url = await readyUrl(child)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited
  }
  return {
    url,
    credentials: rootKey,
    data: options.data,
    pid: child.pid ?? 0,
    startMs: performance.now() - started,
    kill: () => end('SIGKILL'),
    close: () => end('SIGTERM'),
  }
}

/** Starts a server and kills it after a while, whether it has got ready or not. */
export async function killStart(options: ProcessOptions, { afterMs }: { afterMs: number }): Promise<void> {
  const child = launch(options)
  child.stdout?.resume()
  child.stderr?.resume()
  const exited = once(child, 'exit')
  await Promise.race([delay(afterMs), exited])
  child.kill('SIGKILL')
  await exited
}

const launch = ({ data, settings = {}, program = 'sources' }: ProcessOptions): ChildProcess =>
  spawn(process.execPath, [...programs[program], 'serve'], {
    cwd: repository,
    env: { PATH: process.env['PATH'], ...testEnvironment(data), SEAU_LOG_LEVEL: 'info', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Reads the log until it names the address; the rest of it is thrown away. */
function readyUrl({ stdout, stderr, pid }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!stdout || !stderr || pid === undefined) throw new Error('The server could not be started.')
    const words: string[] = []
    stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()))
    const lines = createInterface({ input: stdout })
    lines.on('line', (line) => {
      const { s3 } = asRecord(line)
      if (typeof s3 === 'string') resolve(s3)
      else words.push(line)
    })
    lines.once('close', () => {
      reject(new Error(`The server did not start: ${words.join('\n')}`))
    })
  })
}

function asRecord(line: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return {}
  }
}
