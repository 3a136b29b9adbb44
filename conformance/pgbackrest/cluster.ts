// A PostgreSQL of one suite, whose log pgBackRest archives. As root it runs as the user postgres, since it refuses root.
import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../process.ts'
import { Skipped } from '../suite.ts'
import type { Target } from '../suite.ts'

export interface Cluster {
  readonly pgbackrest: (...args: readonly string[]) => Promise<string>
  /** The first column of what a query gives. */
  readonly query: (sql: string) => Promise<string>
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Deletes every file of the database, which must not run. */
  readonly lose: () => Promise<void>
}

interface ClusterPlace {
  readonly target: Target
  readonly bucket: string
  readonly folder: string
  /** Port of 127.0.0.1 on which the server speaks TLS. */
  readonly tlsPort: number
}

export async function createCluster(place: ClusterPlace): Promise<Cluster> {
  const programs = await postgresPrograms()
  const { folder } = place
  const [data, configuration] = [join(folder, 'data'), join(folder, 'pgbackrest.conf')]
  await mkdir(data)
  await writeFile(configuration, settingsOf(place, data))
  if (isRoot) await run('chown', ['-R', 'postgres', folder])
  const as = (command: string, ...args: readonly string[]) => runUnprivileged(folder, command, args)
  const control = (...args: readonly string[]) =>
    as(join(programs, 'pg_ctl'), '-D', data, '-w', '-l', join(folder, 'log'), ...args)
  const pgbackrest = ['pgbackrest', `--config=${configuration}`, '--stanza=main']
  await as(join(programs, 'initdb'), '-D', data, '-A', 'trust')
  await appendFile(join(data, 'postgresql.conf'), databaseSettings(folder, pgbackrest.join(' ')))
  return {
    pgbackrest: (...args) => as('pgbackrest', ...pgbackrest.slice(1), ...args),
    query: async (sql) => (await as(join(programs, 'psql'), '-h', folder, '-Atqc', sql, 'postgres')).trim(),
    start: async () => {
      await control('start')
    },
    stop: async () => {
      await control('-m', 'fast', 'stop')
    },
    lose: async () => {
      for (const name of await readdir(data)) await rm(join(data, name), { recursive: true })
    },
  }
}

const isRoot = process.getuid?.() === 0

const runUnprivileged = (cwd: string, command: string, args: readonly string[]) =>
  isRoot ? run('runuser', ['-u', 'postgres', '--', command, ...args], { cwd }) : run(command, args, { cwd })

async function postgresPrograms(): Promise<string> {
  const root = '/usr/lib/postgresql'
  const versions = await readdir(root).catch(() => [])
  const newest = versions.map(Number).sort((one, other) => other - one)[0]
  if (newest === undefined) throw new Skipped('PostgreSQL is not installed: apt-get install postgresql')
  return join(root, String(newest), 'bin')
}

/** The socket lies in the suite's folder, so that the default port is free. */
const databaseSettings = (folder: string, pgbackrest: string) => `
listen_addresses = ''
unix_socket_directories = '${folder}'
archive_mode = on
archive_command = '${pgbackrest} archive-push %p'
`

/** pgBackRest speaks nothing but TLS to S3. */
const settingsOf = ({ target, bucket, folder, tlsPort }: ClusterPlace, data: string) => `[global]
repo1-type=s3
repo1-path=/repository
repo1-s3-bucket=${bucket}
repo1-s3-endpoint=127.0.0.1
repo1-s3-region=${target.region}
repo1-s3-key=${target.accessKey}
repo1-s3-key-secret=${target.secretKey}
repo1-s3-uri-style=path
repo1-storage-host=127.0.0.1
repo1-storage-port=${String(tlsPort)}
repo1-storage-verify-tls=n
repo1-retention-full=1
start-fast=y
log-level-console=info
log-level-file=off
lock-path=${folder}
spool-path=${folder}
[main]
pg1-path=${data}
pg1-socket-path=${folder}
`
