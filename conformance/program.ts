// A suite whose rules are written in the client's own language. Its program works on the bucket that CONFORMANCE_BUCKET
// names (and, where it is known, on the REST API at CONFORMANCE_REST_URL with CONFORMANCE_API_KEY), and speaks in lines: first
// {"version", "rules": [sentence, …]}, then, for each sentence on its standard input,
// {"status": "passed" | "failed" | "skipped", "reason"?}.
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { awsEnvironment, restEnvironment, start } from './process.ts'
import { Skipped, suiteOf } from './suite.ts'
import type { Outcome, Suite, SuiteResult, Target } from './suite.ts'
import { closeWorkspace, openWorkspace } from './workspace.ts'

type Command = readonly [file: string, ...args: string[]]

interface ProgramParts extends Omit<Suite, 'run'> {
  /** The command line; rejects with `Skipped` when the client is not installed. */
  readonly command: () => Promise<Command>
  readonly env?: Readonly<Record<string, string>>
}

interface Head {
  readonly version: string
  readonly rules: readonly string[]
}

type Answer = Pick<Outcome, 'status' | 'reason'>

export function programSuite({ command, env = {}, ...head }: ProgramParts): Suite {
  const run = async (target: Target): Promise<SuiteResult> => {
    const [file, ...args] = await command()
    const workspace = await openWorkspace(target, head.name)
    const { bucket, folder } = workspace
    const variables = {
      ...awsEnvironment(target, folder),
      ...restEnvironment(target),
      CONFORMANCE_BUCKET: bucket,
      ...env,
    }
    const child = start(file, args, { env: variables, cwd: folder })
    const close = async () => {
      await end(child)
      await closeWorkspace(workspace)
    }
    try {
      const answers = answersOf(child)
      const { version, rules } = (await answers()) as Head
      const checks = rules.map((sentence) => [sentence, () => ask(child, answers, sentence)] as const)
      const suite = suiteOf({
        ...head,
        version: () => Promise.resolve(version),
        open: () => Promise.resolve(workspace),
        close,
        rules: Object.fromEntries(checks),
      })
      return await suite.run(target)
    } catch (error) {
      await close()
      throw error
    }
  }
  return { ...head, run }
}

/** Rejects with `Skipped` when `conformance/install` has not made this file or folder. */
export const installed = (path: string): Promise<void> =>
  access(path).catch(() => {
    throw new Skipped('not installed: conformance/install tells why')
  })

type Child = ChildProcessWithoutNullStreams
type Answers = () => Promise<unknown>

/** Reads what the program prints, a line of JSON at a time; rejects with its last words when it has ended. */
function answersOf(child: Child): Answers {
  const words = text(child.stderr)
  const lines: AsyncIterator<string, undefined> = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]()
  return async () => {
    const { done, value } = await lines.next()
    if (done === true) throw new Error(`the program ended: ${(await words).trim().split('\n').at(-1) ?? ''}`)
    return JSON.parse(value) as unknown
  }
}

async function ask(child: Child, answers: Answers, sentence: string): Promise<void> {
  child.stdin.write(`${sentence}\n`)
  const { status, reason } = (await answers()) as Answer
  if (status === 'skipped') throw new Skipped(reason)
  if (status === 'failed') throw new Error(reason)
}

async function end(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.stdin.end()
  await Promise.race([once(child, 'exit'), delay(10_000).then(() => child.kill('SIGKILL'))])
}
