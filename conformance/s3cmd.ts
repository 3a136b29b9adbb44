// s3cmd: put, get, sync, ls, cp, mv, del, setacl, info, multipart, with its default settings.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { commandSuite } from './command.ts'
import { difficultNames, freshName, readText, sampleBytes, writeFiles } from './workspace.ts'
import type { Target } from './suite.ts'

const settings = ({ endpoint, accessKey, secretKey, region }: Target) => {
  const { host, protocol } = new URL(endpoint)
  return `[default]
access_key = ${accessKey}
secret_key = ${secretKey}
host_base = ${host}
host_bucket = ${host}
bucket_location = ${region}
use_https = ${protocol === 'https:' ? 'True' : 'False'}
`
}

export const s3cmd = commandSuite({
  name: 's3cmd',
  program: 's3cmd',
  client: 's3cmd',
  covers: 'mb, put, get, sync, ls, du, cp, mv, modify, del, setacl, info, signurl, multipart',
  versionArgument: '--version',
  prepare: async ({ target, folder }) => {
    await writeFile(join(folder, '.s3cfg'), settings(target))
    return { HOME: folder }
  },
  options: () => ['--no-progress', '--max-retries=1'],
  root: (bucket) => `s3://${bucket}/`,
  rules: {
    'makes, lists and removes a bucket': async ({ s3cmd }) => {
      const name = freshName('s3cmd-mb')
      await s3cmd('mb', `s3://${name}`)
      expect(await s3cmd('ls')).to.contain(`s3://${name}`)
      await s3cmd('rb', `s3://${name}`)
      expect(await s3cmd('ls')).not.to.contain(`s3://${name}`)
    },
    'puts and gets a file': async ({ s3cmd, at, folder }) => {
      await writeFiles(folder, { 'put.txt': 'put' })
      await s3cmd('put', 'put.txt', at('put é+.txt'))
      await s3cmd('get', at('put é+.txt'), 'got.txt')
      expect(await readText(join(folder, 'got.txt'))).to.equal('put')
    },
    'puts and gets 12 MiB in parts': async ({ s3cmd, at, folder }) => {
      const bytes = sampleBytes(12 * 1024 * 1024, 5)
      await writeFiles(folder, { large: bytes })
      await s3cmd('put', '--multipart-chunk-size-mb=5', 'large', at('large'))
      await s3cmd('get', at('large'), 'large-back')
      expect(bytes.equals(await readFile(join(folder, 'large-back')))).to.equal(true)
    },
    'syncs difficult names both ways and transfers nothing the second time': async ({
      s3cmd,
      at,
      folder,
    }) => {
      await writeFiles(join(folder, 'names'), Object.fromEntries(difficultNames.map((name) => [name, name])))
      await s3cmd('sync', 'names/', at('names/'))
      expect(await s3cmd('sync', 'names/', at('names/'))).not.to.match(/upload:/)
      await s3cmd('sync', at('names/'), 'names-back/')
      for (const name of difficultNames)
        expect(await readText(join(folder, 'names-back', name))).to.equal(name)
    },
    'deletes with sync what is gone': async ({ s3cmd, at, folder }) => {
      await writeFiles(join(folder, 'sync'), { a: 'a', b: 'b' })
      await writeFiles(join(folder, 'sync-fewer'), { a: 'a' })
      await s3cmd('sync', 'sync/', at('sync/'))
      await s3cmd('sync', '--delete-removed', 'sync-fewer/', at('sync/'))
      expect(await s3cmd('ls', at('sync/')))
        .to.match(/sync\/a\n$/)
        .and.not.match(/sync\/b/)
    },
    'lists directories and sizes': async ({ s3cmd, at, folder }) => {
      await writeFiles(join(folder, 'ls'), { 'deep/a': 'a', top: '12345' })
      await s3cmd('sync', 'ls/', at('ls/'))
      expect(await s3cmd('ls', at('ls/'))).to.match(/DIR .*ls\/deep\/\n.* 5 .*ls\/top\n/)
      expect(await s3cmd('du', at('ls/'))).to.match(/^\s*6\s+2 objects/)
    },
    'copies and moves': async ({ s3cmd, at, folder }) => {
      await writeFiles(folder, { move: 'moved' })
      await s3cmd('put', 'move', at('move/one'))
      await s3cmd('cp', at('move/one'), at('move/two'))
      await s3cmd('mv', at('move/two'), at('move/three'))
      expect((await s3cmd('ls', at('move/'))).trim().split('\n')).to.have.length(2)
      await s3cmd('get', at('move/three'), 'moved')
      expect(await readText(join(folder, 'moved'))).to.equal('moved')
    },
    'changes headers of an object in place': async ({ s3cmd, at, folder }) => {
      await writeFiles(folder, { modify: 'same' })
      await s3cmd('put', '--mime-type=text/plain', 'modify', at('modify'))
      await s3cmd('modify', '--add-header=x-amz-meta-a: 1', at('modify'))
      expect(await s3cmd('info', at('modify'))).to.match(/x-amz-meta-a: 1/)
      await s3cmd('get', at('modify'), 'modified')
      expect(await readText(join(folder, 'modified'))).to.equal('same')
    },
    'opens an object to all with setacl, and closes it again': async ({
      s3cmd,
      at,
      bucket,
      folder,
      target,
    }) => {
      await writeFiles(folder, { acl: 'public' })
      await s3cmd('put', 'acl', at('acl'))
      await s3cmd('setacl', '--acl-public', at('acl'))
      expect(await s3cmd('info', at('acl'))).to.match(/ACL:.*(anon|all users|AllUsers)/i)
      expect((await fetch(`${target.endpoint}/${bucket}/acl`)).status).to.equal(200)
      await s3cmd('setacl', '--acl-private', at('acl'))
      expect((await fetch(`${target.endpoint}/${bucket}/acl`)).status).to.equal(403)
    },
    'tells about a bucket on which nothing is configured': async ({ s3cmd, bucket }) => {
      expect(await s3cmd('info', `s3://${bucket}`)).to.match(
        /Location:\s+\S+[\s\S]*Policy:\s+none[\s\S]*CORS:\s+none/,
      )
    },
    'signs a link that works': async ({ s3cmd, at, folder }) => {
      await writeFiles(folder, { link: 'by link' })
      await s3cmd('put', 'link', at('link'))
      const answer = await fetch((await s3cmd('signurl', at('link'), '+60')).trim())
      expect(await answer.text()).to.equal('by link')
    },
    'deletes below a prefix': async ({ s3cmd, at, folder }) => {
      await writeFiles(join(folder, 'del'), { 'x/a': 'a', 'x/b c': 'b', y: 'y' })
      await s3cmd('sync', 'del/', at('del/'))
      await s3cmd('del', '--recursive', '--force', at('del/x/'))
      expect(await s3cmd('ls', '--recursive', at('del/'))).to.match(/^[^\n]*del\/y\n$/)
    },
  },
})
