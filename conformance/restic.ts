// restic: a repository from its first day to its cleaning up.
import { join } from 'node:path'
import { expect } from 'chai'
import { commandSuite } from './command.ts'
import { awsEnvironment } from './process.ts'
import { difficultNames, readText, sampleBytes, writeFiles } from './workspace.ts'
import type { CommandContext } from './command.ts'

type Context = CommandContext<'restic'>

interface Snapshot {
  readonly id: string
}

const snapshots = async ({ restic }: Context) => JSON.parse(await restic('snapshots', '--json')) as Snapshot[]

export const restic = commandSuite({
  name: 'restic',
  program: 'restic',
  client: 'restic',
  covers: 'init, backup, a second backup, check with all data, restore, forget --prune',
  versionArgument: 'version',
  install: 'conformance/install as root, or apt-get install restic',
  prepare: ({ target, folder, bucket }) => ({
    ...awsEnvironment(target, folder),
    RESTIC_REPOSITORY: `s3:${target.endpoint}/${bucket}/backups`,
    RESTIC_PASSWORD: 'conformance',
  }),
  root: (bucket) => `s3://${bucket}/`,
  rules: {
    'makes a repository': async ({ restic }) => {
      expect(await restic('init')).to.match(/created restic repository/)
    },
    'backs up, then only what changed': async (context) => {
      const { restic, folder } = context
      const names = Object.fromEntries(difficultNames.map((name) => [name, name]))
      await writeFiles(join(folder, 'source'), { ...names, large: sampleBytes(8 * 1024 * 1024, 6) })
      await restic('backup', 'source')
      await writeFiles(join(folder, 'source'), { 'new.txt': 'new' })
      expect(await restic('backup', 'source')).to.match(/Files:\s+1 new,\s+0 changed/)
      expect(await snapshots(context)).to.have.length(2)
    },
    'checks every byte of the repository': async ({ restic }) => {
      expect(await restic('check', '--read-data')).to.match(/no errors were found/)
    },
    'restores what was backed up': async ({ restic, folder }) => {
      await restic('restore', 'latest', '--target', 'restored')
      const path = (name: string) => join(folder, 'restored', 'source', name)
      for (const name of difficultNames) expect(await readText(path(name))).to.equal(name)
      expect(await readText(path('new.txt'))).to.equal('new')
    },
    'forgets a snapshot and prunes its data': async (context) => {
      const { restic } = context
      await restic('forget', '--keep-last', '1', '--prune')
      expect(await snapshots(context)).to.have.length(1)
      expect(await restic('check', '--read-data')).to.match(/no errors were found/)
    },
    'leaves no lock behind': async ({ restic }) => {
      expect(await restic('list', 'locks', '--no-lock')).to.equal('')
    },
  },
})
