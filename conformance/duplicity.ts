// duplicity: encrypted volumes, a full backup and increments.
import { join } from 'node:path'
import { expect } from 'chai'
import { commandSuite } from './command.ts'
import { awsEnvironment } from './process.ts'
import { difficultNames, readText, sampleBytes, writeFiles } from './workspace.ts'

export const duplicity = commandSuite({
  name: 'duplicity',
  program: 'duplicity',
  client: 'duplicity',
  covers:
    'full, incremental, verify, collection-status, restore of all and of one file, remove-all-but-n-full, cleanup',
  versionArgument: '--version',
  prepare: ({ target, folder }) => ({ ...awsEnvironment(target, folder), PASSPHRASE: 'conformance' }),
  options: ({ target }) => ['--s3-endpoint-url', target.endpoint, '--s3-region-name', target.region],
  root: (bucket) => `boto3+s3://${bucket}/`,
  rules: {
    'backs up in volumes, some of them in parts': async ({ duplicity, at, folder }) => {
      const names = Object.fromEntries(difficultNames.map((name) => [name, name]))
      await writeFiles(join(folder, 'source'), { ...names, large: sampleBytes(24 * 1024 * 1024, 10) })
      const sizes = ['--volsize', '10', '--s3-multipart-chunk-size', '5']
      expect(await duplicity('full', ...sizes, 'source', at('backups'))).to.match(/Errors 0/)
    },
    'backs up only what changed': async ({ duplicity, at, folder }) => {
      await writeFiles(join(folder, 'source'), { 'new.txt': 'new' })
      expect(await duplicity('incremental', 'source', at('backups'))).to.match(/NewFiles 2\b/)
      expect(await duplicity('collection-status', at('backups'))).to.match(/Incremental/)
    },
    'verifies every file': async ({ duplicity, at }) => {
      expect(await duplicity('verify', '--compare-data', at('backups'), 'source')).to.match(
        / 0 difference.* found/,
      )
    },
    'restores everything, and a single file': async ({ duplicity, at, folder }) => {
      await duplicity('restore', at('backups'), 'restored')
      for (const name of difficultNames) expect(await readText(join(folder, 'restored', name))).to.equal(name)
      await duplicity('restore', '--path-to-restore', 'new.txt', at('backups'), 'one.txt')
      expect(await readText(join(folder, 'one.txt'))).to.equal('new')
    },
    'removes old backups': async ({ duplicity, at }) => {
      await duplicity('full', 'source', at('backups'))
      expect(await duplicity('remove-all-but-n-full', '1', '--force', at('backups'))).to.match(/[Dd]eleting/)
      await duplicity('cleanup', '--force', at('backups'))
      expect(await duplicity('collection-status', at('backups'))).not.to.match(/Incremental/)
    },
  },
})
