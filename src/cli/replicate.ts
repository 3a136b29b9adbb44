import { adminCommand } from './admin-command.ts'
import type { Command } from 'commander'

/** `seau replicate <bucket>`. */
export const replicateCommand = (): Command =>
  adminCommand<{ readonly project?: string }>({
    usage: 'replicate <bucket>',
    description: 'Copy the objects that a bucket had before its rules of replication, or that failed.',
    options: (command) => command.option('--project <name>', 'project that the bucket belongs to', 'default'),
    run: (admin, { project }, name) => admin.replicateBucket({ name, project }),
    show: ({ count }: { readonly count: number }) =>
      `${String(count)} versions to be copied; a running server does it.`,
  })
