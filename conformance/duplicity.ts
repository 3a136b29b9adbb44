// duplicity: encrypted volumes, a full backup and increments.
import { join } from 'node:path'
import { expect } from 'chai'
import { awsEnvironment, run, versionOf } from './process.ts'
import { suiteOf } from './suite.ts'
import {
  closeWorkspace,
  difficultNames,
  openWorkspace,
  readText,
  sampleBytes,
  writeFiles,
} from './workspace.ts'
import type { Workspace } from './workspace.ts'

interface Context extends Workspace {
  readonly duplicity: (command: string, ...args: readonly string[]) => Promise<string>
  readonly url: string
}

export const duplicity = suiteOf<Context>({
  name: 'duplicity',
  client: 'duplicity',
  covers:
    'full, incremental, verify, collection-status, restore of all and of one file, remove-all-but-n-full, cleanup',
  version: () => versionOf('duplicity', ['--version'], 'conformance/install'),
  open: async (target) => {
    const workspace = await openWorkspace(target, 'duplicity')
    const options = {
      env: { ...awsEnvironment(target, workspace.folder), PASSPHRASE: 'conformance' },
      cwd: workspace.folder,
    }
    const where = ['--s3-endpoint-url', target.endpoint, '--s3-region-name', target.region]
    return {
      ...workspace,
      url: `boto3+s3://${workspace.bucket}/backups`,
      duplicity: (command, ...args) => run('duplicity', [command, ...where, ...args], options),
    }
  },
  close: closeWorkspace,
  rules: {
    'backs up in volumes, some of them in parts': async ({ duplicity, url, folder }) => {
      const names = Object.fromEntries(difficultNames.map((name) => [name, name]))
      await writeFiles(join(folder, 'source'), { ...names, large: sampleBytes(24 * 1024 * 1024, 10) })
      const sizes = ['--volsize', '10', '--s3-multipart-chunk-size', '5']
      expect(await duplicity('full', ...sizes, 'source', url)).to.match(/Errors 0/)
    },
    'backs up only what changed': async ({ duplicity, url, folder }) => {
      await writeFiles(join(folder, 'source'), { 'new.txt': 'new' })
      expect(await duplicity('incremental', 'source', url)).to.match(/NewFiles 2\b/)
      expect(await duplicity('collection-status', url)).to.match(/Incremental/)
    },
    'verifies every file': async ({ duplicity, url }) => {
      expect(await duplicity('verify', '--compare-data', url, 'source')).to.match(/ 0 difference.* found/)
    },
    'restores everything, and a single file': async ({ duplicity, url, folder }) => {
      await duplicity('restore', url, 'restored')
      for (const name of difficultNames) expect(await readText(join(folder, 'restored', name))).to.equal(name)
      await duplicity('restore', '--path-to-restore', 'new.txt', url, 'one.txt')
      expect(await readText(join(folder, 'one.txt'))).to.equal('new')
    },
    'removes old backups': async ({ duplicity, url }) => {
      await duplicity('full', 'source', url)
      expect(await duplicity('remove-all-but-n-full', '1', '--force', url)).to.match(/[Dd]eleting/)
      await duplicity('cleanup', '--force', url)
      expect(await duplicity('collection-status', url)).not.to.match(/Incremental/)
    },
  },
})
