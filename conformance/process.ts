// Runs the command-line clients, with the virtual environment of conformance/install first on the path.
import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { delimiter, join, resolve } from 'node:path'
import { Skipped } from './suite.ts'
import type { Target } from './suite.ts'

/** Where `conformance/install` puts the clients. */
export const cache = resolve(import.meta.dirname, '../node_modules/.cache/conformance')

/** The virtual environment of most clients that PyPI has. */
export const venv = join(cache, 'venv')

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Buffer
  readonly cwd?: string
  readonly timeoutMs?: number
}

export interface Finished {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: string
}

/** Runs a command to its end, whatever its exit code; rejects when it cannot be started. */
export async function finish(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const child = start(command, args, { timeoutMs: 110_000, ...options })
  const ended = new Promise<number>((settle, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      settle(code ?? -1)
    })
  })
  child.stdin.end(options.input)
  const [code, stdout, stderr] = await Promise.all([ended, buffer(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

/** Starts a command that is spoken to while it runs. */
export function start(
  command: string,
  args: readonly string[],
  { cwd, env, timeoutMs }: Omit<RunOptions, 'input'>,
): ChildProcessWithoutNullStreams {
  const child = spawn(command, args, {
    cwd,
    env: { PATH: path(), LANG: 'C.UTF-8', ...env },
    stdio: 'pipe',
    timeout: timeoutMs,
  })
  child.stdin.on('error', () => undefined) // the command may end without reading
  return child
}

/** What the command printed; rejects with its last words when its exit code is not 0. */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await finish(command, args, options)
  if (code !== 0)
    throw new Error(`${command} ${args[0] ?? ''} exited with ${String(code)}: ${lastWords(stderr, stdout)}`)
  return stdout.toString()
}

/** The first line that `command` prints about its version; rejects with `Skipped` when it is not installed. */
export async function versionOf(command: string, args: readonly string[], install: string): Promise<string> {
  try {
    const { stdout, stderr } = await finish(command, args)
    return /\d+(\.\d+)+/.exec(stdout.toString() + stderr)?.[0] ?? 'unknown'
  } catch {
    throw new Skipped(`${command} is not installed: ${install}`)
  }
}

/** The variables by which AWS's clients find the server, and a home folder of their own. */
export const awsEnvironment = (target: Target, home: string): Record<string, string> => ({
  HOME: home,
  AWS_ACCESS_KEY_ID: target.accessKey,
  AWS_SECRET_ACCESS_KEY: target.secretKey,
  AWS_DEFAULT_REGION: target.region,
  AWS_REGION: target.region,
  AWS_ENDPOINT_URL: target.endpoint,
  AWS_EC2_METADATA_DISABLED: 'true',
})

/** The variables that tell of the REST API, if the target has one. */
export const restEnvironment = ({ rest }: Target): Record<string, string> =>
  rest ? { CONFORMANCE_REST_URL: rest.url, CONFORMANCE_API_KEY: rest.apiKey } : {}

const path = () =>
  [join(venv, 'bin'), join(cache, 'bin'), process.env['PATH'] ?? '', '/usr/sbin'].join(delimiter)

const lastWords = (stderr: string, stdout: Buffer) =>
  (stderr.trim() || stdout.toString().trim()).split('\n').slice(-3).join(' / ').slice(0, 400)
