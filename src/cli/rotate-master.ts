import { Command } from 'commander'
import { rotateMasterKey } from '../compose/rotate-master-key.ts'
import { configOf, withSettings } from './settings-options.ts'

/** `seau key rotate-master`, for a server that is stopped. */
export const rotateMasterCommand = (): Command =>
  withSettings(
    new Command('rotate-master')
      .description(
        'Seal all secrets under a new master key, with the server stopped. Backups of before open with the old one only: keep a copy with them.',
      )
      .option('--new-key-file <path>', 'holds the new key; without it one is made'),
  ).action(async (options: { readonly newKeyFile?: string }, command: Command) => {
    await rotateMasterKey(configOf(command), options)
    process.stdout.write('All secrets are sealed under the new master key.\n')
  })
