import { Command } from 'commander'
import { useAdmin } from '../compose/use-admin.ts'
import { configOf, withSettings } from './settings-options.ts'
import type { Admin } from '../admin/contract.ts'

interface AdminCommand<Options> {
  /** Name and arguments: `create <name>`. */
  readonly usage: string
  readonly description: string
  /** Adds the command's own options. */
  readonly options?: (command: Command) => Command
  /** What is printed: with --json as it is, otherwise as `show` puts it. */
  readonly run: (admin: Admin, options: Options, argument: string) => Promise<unknown>
  readonly show: (result: never) => string
}

/** A command that asks the running server, or opens the store itself; `--json` prints one JSON document. */
export const adminCommand = <Options = object>({
  usage,
  description,
  options,
  run,
  show,
}: AdminCommand<Options>) => {
  const command = new Command(usage.split(' ')[0])
  for (const name of usage.split(' ').slice(1)) command.argument(name)
  command.description(description)
  options?.(command)
  command.option('--json', 'print JSON')
  return withSettings(command).action(async () => {
    const given = command.opts<Options & { json?: boolean }>()
    const result = await useAdmin(configOf(command), (admin) => run(admin, given, command.args[0] ?? ''))
    const text = given.json ? JSON.stringify(result, undefined, 2) : show(result as never)
    if (text !== '') process.stdout.write(`${text}\n`)
  })
}
