// rclone as provider Other, with no setting about the server's quirks.
import { readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { commandSuite } from './command.ts'
import { difficultNames, freshName, readText, sampleBytes, writeFiles } from './workspace.ts'

interface Listed {
  readonly Path: string
  readonly Size: number
  readonly ModTime: string
  readonly Metadata?: Readonly<Record<string, string>>
}

export const rclone = commandSuite({
  name: 'rclone',
  program: 'rclone',
  client: 'rclone',
  covers:
    'copy, sync, check, metadata, modification times, server-side copy, multipart, listings; provider Other, no quirk set',
  versionArgument: 'version',
  prepare: ({ target, folder }) => ({
    HOME: folder,
    RCLONE_CONFIG: join(folder, 'rclone.conf'),
    RCLONE_CONFIG_SEAU_TYPE: 's3',
    RCLONE_CONFIG_SEAU_PROVIDER: 'Other',
    RCLONE_CONFIG_SEAU_ENDPOINT: target.endpoint,
    RCLONE_CONFIG_SEAU_ACCESS_KEY_ID: target.accessKey,
    RCLONE_CONFIG_SEAU_SECRET_ACCESS_KEY: target.secretKey,
    RCLONE_CONFIG_SEAU_REGION: target.region,
  }),
  options: () => ['--retries', '1'],
  root: (bucket) => `seau:${bucket}/`,
  rules: {
    'copies difficult names both ways and finds no difference': async ({ rclone, at, folder }) => {
      await writeFiles(join(folder, 'names'), Object.fromEntries(difficultNames.map((name) => [name, name])))
      await rclone('copy', 'names', at('names'))
      await rclone('check', 'names', at('names'))
      await rclone('copy', at('names'), 'names-back')
      for (const name of difficultNames)
        expect(await readText(join(folder, 'names-back', name))).to.equal(name)
    },
    'finds a difference when bytes differ': async ({ rclone, at, folder }) => {
      await writeFiles(join(folder, 'check'), { a: 'one' })
      await rclone('copy', 'check', at('check'))
      await writeFiles(join(folder, 'check'), { a: 'two' })
      expect(await rclone('check', 'check', at('check')).catch(String)).to.match(/1 differences found/)
    },
    'syncs: transfers nothing the second time, deletes what is gone': async ({ rclone, at, folder }) => {
      await writeFiles(join(folder, 'sync'), { a: 'a', 'b/c': 'c' })
      await rclone('sync', 'sync', at('sync'))
      await writeFiles(join(folder, 'sync-fewer'), { a: 'a' })
      await rclone('sync', 'sync-fewer', at('sync'))
      expect(await rclone('lsf', '-R', at('sync'))).to.equal('a\n')
    },
    'uploads in parts below the default cutoff and verifies them': async ({ rclone, at, folder }) => {
      const bytes = sampleBytes(17 * 1024 * 1024, 3)
      await writeFiles(join(folder, 'parts'), { large: bytes })
      await rclone('copy', '--s3-upload-cutoff', '6M', '--s3-chunk-size', '5M', 'parts', at('parts'))
      await rclone('check', '--download', 'parts', at('parts'))
      await rclone(
        'copy',
        '--multi-thread-streams',
        '2',
        '--multi-thread-cutoff',
        '8M',
        at('parts'),
        'parts-back',
      )
      expect(bytes.equals(await readFile(join(folder, 'parts-back/large')))).to.equal(true)
    },
    'streams an upload of unknown length': async ({ pipe, rclone, at }) => {
      for (const text of ['short', 'longer than the cutoff']) {
        await pipe(text, 'rcat', '--streaming-upload-cutoff', '8', at('stream'))
        expect(await rclone('cat', at('stream'))).to.equal(text)
      }
    },
    'copies and moves within the server, in parts too': async ({ rclone, at, folder }) => {
      await writeFiles(join(folder, 'inside'), { large: sampleBytes(11 * 1024 * 1024, 4), 'small é': 'x' })
      await rclone('copy', 'inside', at('inside/one'))
      await rclone('copy', '--s3-copy-cutoff', '6M', at('inside/one'), at('inside/two'))
      await rclone('check', at('inside/one'), at('inside/two'))
      await rclone('move', at('inside/two'), at('inside/three'))
      await rclone('check', 'inside', at('inside/three'))
      expect(await rclone('lsf', at('inside'))).to.equal('one/\nthree/\n')
    },
    'keeps modification times to the nanosecond, and changes them by a copy onto itself': async ({
      rclone,
      at,
      folder,
    }) => {
      const [file] = await writeFiles(join(folder, 'times'), { a: 'a' })
      await utimes(file ?? '', new Date(), new Date('2001-02-03T04:05:06.700Z'))
      await rclone('copy', 'times', at('times'))
      const listed = () => rclone('lsjson', at('times')).then((text) => JSON.parse(text) as Listed[])
      expect(new Date((await listed())[0]?.ModTime ?? '').toISOString()).to.equal('2001-02-03T04:05:06.700Z')
      await rclone('touch', '--timestamp', '2010-11-12T13:14:15', at('times/a'))
      expect((await listed())[0]?.ModTime).to.match(/^2010-11-12T13:14:15/)
    },
    'carries metadata': async ({ rclone, at, folder }) => {
      await writeFiles(join(folder, 'metadata'), { a: 'a' })
      const set = ['--metadata-set', 'cache-control=no-cache', '--metadata-set', 'colour=blue']
      await rclone('copy', '--metadata', ...set, 'metadata', at('metadata'))
      const listed = JSON.parse(await rclone('lsjson', '--metadata', at('metadata'))) as Listed[]
      expect(listed[0]?.Metadata).to.include({ 'cache-control': 'no-cache', colour: 'blue' })
    },
    'lists more than a page': async ({ rclone, at, folder }) => {
      const files = Array.from(
        { length: 30 },
        (_, number) => [`d${String(number % 3)}/${String(number)}`, ''] as const,
      )
      await writeFiles(join(folder, 'pages'), Object.fromEntries(files))
      await rclone('copy', '--transfers', '8', 'pages', at('pages'))
      expect(
        (await rclone('lsf', '-R', '--files-only', '--s3-list-chunk', '7', at('pages'))).trim().split('\n'),
      ).to.have.length(30)
      expect(await rclone('size', at('pages'))).to.match(/Total objects: 30/)
    },
    'makes, purges and removes buckets': async ({ rclone, folder }) => {
      const name = freshName('rclone-mk')
      await writeFiles(join(folder, 'purge'), { a: 'a', 'b/c': 'c' })
      await rclone('mkdir', `seau:${name}`)
      await rclone('mkdir', `seau:${name}`)
      await rclone('copy', 'purge', `seau:${name}/x`)
      await rclone('purge', `seau:${name}`)
      expect(await rclone('lsf', 'seau:')).not.to.contain(name)
    },
    'makes a link that works': async ({ rclone, at, folder }) => {
      await writeFiles(join(folder, 'link'), { 'a b': 'by link' })
      await rclone('copy', 'link', at('link'))
      const answer = await fetch((await rclone('link', at('link/a b'))).trim())
      expect(await answer.text()).to.equal('by link')
    },
  },
})
