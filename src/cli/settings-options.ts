import { type Command, Option } from 'commander'
import { type Config, loadConfig } from '../config.ts'
import { shownDefault } from '../config/settings-table.ts'
import { flagOf, settingEntries, variableOf } from '../config/settings.ts'

/** Gives a command `--config` and a flag for every setting; `--help` names variable and default of each. */
export function withSettings(command: Command): Command {
  command.option('--config <file>', 'JSON file of settings (default: seau.json, if there is one)')
  for (const [name, setting] of settingEntries) {
    const fallback = shownDefault(setting)
    const hint = fallback === '' ? variableOf(name) : `${variableOf(name)}, default: ${fallback}`
    command.addOption(new Option(`${flagOf(name)} <value>`, `${setting.description} (${hint})`))
  }
  return command
}

/** The configuration of this process, from its file, its environment and the flags that `withSettings` added. */
export function configOf(command: Command): Config {
  const { config: file, ...options } = command.opts<{ config?: string } & Record<string, unknown>>()
  const names = new Set<string>(settingEntries.map(([name]) => name))
  const flags = Object.fromEntries(Object.entries(options).filter(([name]) => names.has(name)))
  return loadConfig({ env: process.env, flags, file, folder: process.cwd() })
}
