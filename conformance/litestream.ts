// Litestream: an SQLite database replicated while it changes, and restored as it is now and as it was.
import { expect } from 'chai'
import { commandSuite } from './command.ts'
import { awsEnvironment, run } from './process.ts'
import { writeFiles } from './workspace.ts'
import type { CommandContext } from './command.ts'

type Context = CommandContext<'litestream'>

const runStatement =
  'import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute("pragma journal_mode=wal"); ' +
  'print((db.execute(sys.argv[2]).fetchone() or [""])[0]); db.commit()'

/** Runs a statement on the database `name` and gives its first value. */
const sqlite = async ({ folder }: Context, name: string, statement: string) =>
  (await run('python3', ['-c', runStatement, name, statement], { cwd: folder })).trim()

const insert = (count: number) =>
  'insert into numbers with recursive n(value) as ' +
  `(select 1 union all select value + 1 from n where value < ${String(count)}) select value from n`

const count = 'select count(*) from numbers'

async function restored(context: Context, name: string, ...options: readonly string[]) {
  await context.litestream('restore', ...options, '-o', name, 'app.db')
  return sqlite(context, name, count)
}

export const litestream = commandSuite({
  name: 'litestream',
  program: 'litestream',
  client: 'Litestream',
  covers:
    'replicate, once and while the database changes, snapshots, ltx, restore as of now and of a transaction',
  versionArgument: 'version',
  prepare: async ({ target, bucket, folder }) => {
    const { endpoint, region } = target
    const replica = { type: 's3', bucket, path: 'app é', endpoint, region }
    await writeFiles(folder, { 'config.yml': JSON.stringify({ dbs: [{ path: 'app.db', replica }] }) })
    return awsEnvironment(target, folder)
  },
  options: () => ['-config', 'config.yml'],
  root: (bucket) => `s3://${bucket}/`,
  rules: {
    'replicates a database once and restores it': async (context) => {
      await sqlite(context, 'app.db', 'create table numbers (value)')
      await sqlite(context, 'app.db', insert(20_000))
      await context.litestream('replicate', '-once')
      expect(await restored(context, 'first.db')).to.equal('20000')
    },
    'sends what has changed, and restores the database as it was before': async (context) => {
      await sqlite(context, 'app.db', insert(10))
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
