// A suite of a command-line client, which works on a bucket and in a folder of its own.
import { run, versionOf } from './process.ts'
import { suiteOf } from './suite.ts'
import { closeWorkspace, openWorkspace } from './workspace.ts'
import type { Rules, Suite } from './suite.ts'
import type { Workspace } from './workspace.ts'

/** Gives what the client printed; rejects with its last words when its exit code is not 0. */
type Command = (...args: readonly string[]) => Promise<string>

/** What a rule is given: the client under its own name, and where it works. */
export type CommandContext<Program extends string> = Workspace &
  Readonly<Record<Program, Command>> & {
    readonly pipe: (input: string, ...args: readonly string[]) => Promise<string>
    /** The address of a key in this suite's bucket, as the client writes it. */
    readonly at: (key: string) => string
  }

type Environment = Readonly<Record<string, string>>

interface CommandParts<Program extends string> extends Omit<Suite, 'run'> {
  readonly program: Program
  /** What the program is asked for its version with. */
  readonly versionArgument: string
  readonly install?: string
  /** Writes what the client has to find before it starts, and gives its environment. */
  readonly prepare: (workspace: Workspace) => Environment | Promise<Environment>
  /** Go behind the first argument of every call. */
  readonly options?: (workspace: Workspace) => readonly string[]
  /** The address of a bucket, in front of its keys. */
  readonly root: (bucket: string) => string
  readonly rules: Rules<CommandContext<Program>>
}

export const commandSuite = <Program extends string>({
  program,
  versionArgument,
  install = 'conformance/install',
  prepare,
  options = () => [],
  root,
  ...head
}: CommandParts<Program>): Suite =>
  suiteOf<CommandContext<Program>>({
    ...head,
    version: () => versionOf(program, [versionArgument], install),
    open: async (target) => {
      const workspace = await openWorkspace(target, head.name)
      const place = { env: await prepare(workspace), cwd: workspace.folder }
      const always = options(workspace)
      const call = ([first = '', ...rest]: readonly string[], input = '') =>
        run(program, [first, ...always, ...rest], { ...place, input })
      const called = { [program]: (...args: readonly string[]) => call(args) } as Record<Program, Command>
      return {
        ...workspace,
        ...called,
        pipe: (input, ...args) => call(args, input),
        at: (key) => `${root(workspace.bucket)}${key}`,
      }
    },
    close: closeWorkspace,
  })
