import { Command } from 'commander'
import { ConfigError } from '../config.ts'
import { version } from '../lib/version.ts'
import { apiKeyCommand } from './api-key.ts'
import { bucketCommand } from './bucket.ts'
import { eventsCommand } from './events.ts'
import { keyCommand } from './key.ts'
import { kmsCommand } from './kms.ts'
import { operatorCommand } from './operator.ts'
import { projectCommand } from './project.ts'
import { replicateCommand } from './replicate.ts'
import { serveCommand } from './serve.ts'
import { verifyCommand } from './verify.ts'
import { UserError } from '../lib/user-error.ts'

/** Runs the command that the arguments name; what the user can mend is one message on stderr and exit code 1. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(argv)
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof UserError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

/** The `seau` command with all its subcommands. */
export const createProgram = (): Command =>
  new Command('seau')
    .description('A self-hosted object store that S3 tools use unchanged.')
    .version(version)
    .addCommand(serveCommand())
    .addCommand(projectCommand())
    .addCommand(operatorCommand())
    .addCommand(keyCommand())
    .addCommand(apiKeyCommand())
    .addCommand(kmsCommand())
    .addCommand(bucketCommand())
    .addCommand(eventsCommand())
    .addCommand(replicateCommand())
    .addCommand(verifyCommand())
