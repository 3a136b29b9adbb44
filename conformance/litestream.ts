// Litestream: an SQLite database replicated while it changes, and restored as it is now and as it was.
import { join } from 'node:path'
import { expect } from 'chai'
import { awsEnvironment, run, versionOf } from './process.ts'
import { suiteOf } from './suite.ts'
import { closeWorkspace, openWorkspace, writeFiles } from './workspace.ts'
import type { Workspace } from './workspace.ts'

interface Context extends Workspace {
  readonly litestream: (command: string, ...args: readonly string[]) => Promise<string>
  /** Runs a statement on the database `name` and gives its first value. */
  readonly sqlite: (name: string, statement: string) => Promise<string>
}

const runStatement =
  'import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute("pragma journal_mode=wal"); ' +
  'print((db.execute(sys.argv[2]).fetchone() or [""])[0]); db.commit()'

const insert = (count: number) =>
  'insert into numbers with recursive n(value) as ' +
  `(select 1 union all select value + 1 from n where value < ${String(count)}) select value from n`

const count = 'select count(*) from numbers'

async function restored({ litestream, sqlite }: Context, name: string, ...options: readonly string[]) {
  await litestream('restore', ...options, '-o', name, 'app.db')
  return sqlite(name, count)
}

export const litestream = suiteOf<Context>({
  name: 'litestream',
  client: 'Litestream',
  covers:
    'replicate, once and while the database changes, snapshots, ltx, restore as of now and of a transaction',
  version: () => versionOf('litestream', ['version'], 'conformance/install'),
  open: async (target) => {
    const workspace = await openWorkspace(target, 'litestream')
    const { bucket, folder } = workspace
    const replica = { type: 's3', bucket, path: 'app é', endpoint: target.endpoint, region: target.region }
    await writeFiles(folder, { 'config.yml': JSON.stringify({ dbs: [{ path: 'app.db', replica }] }) })
    const options = { env: awsEnvironment(target, folder), cwd: folder }
    return {
      ...workspace,
      litestream: (command, ...args) =>
        run('litestream', [command, '-config', 'config.yml', ...args], options),
      sqlite: async (name, statement) =>
        (await run('python3', ['-c', runStatement, join(folder, name), statement], options)).trim(),
    }
  },
  close: closeWorkspace,
  rules: {
    'replicates a database once and restores it': async (context) => {
      await context.sqlite('app.db', 'create table numbers (value)')
      await context.sqlite('app.db', insert(20_000))
      await context.litestream('replicate', '-once')
      expect(await restored(context, 'first.db')).to.equal('20000')
    },
    'sends what has changed, and restores the database as it was before': async (context) => {
      await context.sqlite('app.db', insert(10))
      await context.litestream('replicate', '-once')
      expect(await restored(context, 'second.db')).to.equal('20010')
      expect(await restored(context, 'before.db', '-txid', '0000000000000001')).to.equal('20000')
    },
    'replicates while a program writes': async (context) => {
      const lines = [
        'import sqlite3, time',
        "db = sqlite3.connect('app.db')",
        'for _ in range(3):',
        `    db.execute('${insert(5)}'); db.commit(); time.sleep(1.2)`,
      ]
      await writeFiles(context.folder, { 'program.py': lines.join('\n') })
      await context.litestream('replicate', '-exec', 'python3 program.py')
      expect(await restored(context, 'third.db')).to.equal('20025')
    },
    'takes a snapshot, and deletes what it makes superfluous': async (context) => {
      await context.litestream('replicate', '-once', '-force-snapshot', '-enforce-retention')
      expect(await restored(context, 'fourth.db')).to.equal('20025')
      expect(await context.litestream('ltx', 'app.db')).to.match(/min_txid/)
    },
  },
})
