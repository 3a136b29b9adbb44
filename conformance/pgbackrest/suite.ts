// pgBackRest: a PostgreSQL archived, backed up, lost and restored.
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'chai'
import { versionOf } from '../process.ts'
import { suiteOf } from '../suite.ts'
import { closeWorkspace, openWorkspace } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'
import { createCluster } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { openTlsFront } from './tls-front.ts'
import type { TlsFront } from './tls-front.ts'

interface Context extends Workspace, Cluster {
  readonly front: TlsFront
}

interface Stanza {
  readonly backup: readonly { readonly type: string }[]
}

async function backups({ pgbackrest }: Context): Promise<string[]> {
  const stanzas = JSON.parse(await pgbackrest('info', '--output=json')) as Stanza[]
  return stanzas.flatMap(({ backup }) => backup.map(({ type }) => type))
}

export const pgbackrest = suiteOf<Context>({
  name: 'pgbackrest',
  client: 'pgBackRest',
  covers:
    'stanza-create, check, archive-push, archive-get, full and incremental backup, verify, restore, expire; its own signer, TLS',
  version: () =>
    versionOf('pgbackrest', ['version'], 'conformance/install as root, or apt-get install pgbackrest'),
  open: async (target) => {
    const workspace = await openWorkspace(target, 'pgbackrest')
    const { bucket, folder } = workspace
    const front = await openTlsFront(target.endpoint, folder)
    const cluster = await createCluster({ target, bucket, folder, tlsPort: front.port })
    await cluster.start()
    return { ...workspace, ...cluster, front }
  },
  close: async ({ front, stop, ...workspace }) => {
    await stop().catch(() => undefined) // a broken rule may leave it stopped
    front.close()
    await closeWorkspace(workspace)
  },
  rules: {
    'makes a repository and archives the log': async ({ pgbackrest }) => {
      await pgbackrest('stanza-create')
      expect(await pgbackrest('check')).to.match(/successfully archived/)
    },
    'backs up, then only what changed': async (context) => {
      await context.query('create table numbers as select generate_series(1, 100000) as n')
      await context.pgbackrest('--type=full', 'backup')
      await context.query('insert into numbers select generate_series(1, 10)')
      await context.pgbackrest('--type=incr', 'backup')
      expect(await backups(context)).to.deep.equal(['full', 'incr'])
    },
    'verifies every file of the repository': async ({ pgbackrest }) => {
      expect(await pgbackrest('verify')).to.match(/verify command end: completed successfully/)
    },
    'restores a lost database, with what was written after the backup': async (context) => {
      await context.query('insert into numbers values (1)')
      await context.query('select pg_switch_wal()')
      await context.stop()
      await context.lose()
      await context.pgbackrest('restore')
      await context.start()
      while ((await context.query('select pg_is_in_recovery()')) === 't') await delay(200)
      expect(await context.query('select count(*) from numbers')).to.equal('100011')
    },
    'lets an old backup go after a new one': async (context) => {
      await context.pgbackrest('--type=full', 'backup')
      expect(await backups(context)).to.deep.equal(['full'])
    },
  },
})
