// s5cmd: many transfers at once, and wildcards.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { commandSuite } from './command.ts'
import { awsEnvironment } from './process.ts'
import { difficultNames, freshName, readText, sampleBytes, writeFiles } from './workspace.ts'

const lines = (output: string) => output.split('\n').filter((line) => line !== '')

export const s5cmd = commandSuite({
  name: 's5cmd',
  program: 's5cmd',
  client: 's5cmd',
  covers: 'cp, sync, mv, rm, ls, du, cat, pipe, run, presign, mb, rb; wildcards, parts, many files at once',
  versionArgument: 'version',
  prepare: ({ target, folder }) => ({ ...awsEnvironment(target, folder), S3_ENDPOINT_URL: target.endpoint }),
  root: (bucket) => `s3://${bucket}/`,
  rules: {
    'copies a folder of difficult names both ways': async ({ s5cmd, at, folder }) => {
      await writeFiles(join(folder, 'names'), Object.fromEntries(difficultNames.map((name) => [name, name])))
      await s5cmd('cp', 'names/', at('names/'))
      await s5cmd('cp', at('names/*'), 'names-back/')
      for (const name of difficultNames)
        expect(await readText(join(folder, 'names-back', name))).to.equal(name)
    },
    'copies a large file in parts, and reads it in ranges': async ({ s5cmd, at, folder }) => {
      const bytes = sampleBytes(17 * 1024 * 1024, 8)
      await writeFiles(folder, { large: bytes })
      await s5cmd('cp', '--part-size', '5', 'large', at('large'))
      await s5cmd('cp', '--part-size', '5', '--concurrency', '4', at('large'), 'large-back')
      expect(bytes.equals(await readFile(join(folder, 'large-back')))).to.equal(true)
    },
    'transfers a thousand files at once and finds them by a wildcard': async ({ s5cmd, at, folder }) => {
      const names = Array.from(
        { length: 1000 },
        (_, number) => `${String(number % 10)}/${String(number)}.txt`,
      )
      await writeFiles(join(folder, 'many'), Object.fromEntries(names.map((name) => [name, name])))
      await s5cmd('cp', 'many/', at('many/'))
      expect(lines(await s5cmd('ls', at('many/*/*5.txt')))).to.have.length(100)
      expect(await s5cmd('du', at('many/*'))).to.match(/bytes in 1000 objects/)
      await s5cmd('cp', at('many/*'), 'many-back/')
      expect(await readdir(join(folder, 'many-back'))).to.have.length(10)
    },
    'syncs: sends only what differs, deletes what is gone': async ({ s5cmd, at, folder }) => {
      await writeFiles(join(folder, 'sync'), { a: 'a', 'b/c': 'c' })
      await s5cmd('sync', 'sync/', at('sync/'))
      expect(await s5cmd('sync', 'sync/', at('sync/'))).to.equal('')
      await writeFiles(join(folder, 'sync-fewer'), { a: 'a' })
      await s5cmd('sync', '--delete', 'sync-fewer/', at('sync/'))
      expect(lines(await s5cmd('ls', at('sync/*')))).to.have.length(1)
    },
    'copies and moves within the server': async ({ s5cmd, pipe, at }) => {
      await pipe('inside', 'pipe', at('inside/a é'))
      await s5cmd('cp', at('inside/a é'), at('inside/b'))
      await s5cmd('mv', at('inside/b'), at('inside/c'))
      expect(await s5cmd('cat', at('inside/c'))).to.equal('inside')
      expect(lines(await s5cmd('ls', at('inside/')))).to.have.length(2)
    },
    'keeps type, metadata and storage class': async ({ s5cmd, pipe, at }) => {
      await pipe('x', 'pipe', '--content-type', 'text/css', '--metadata', 'colour=blue', at('details'))
      const head = JSON.parse(await s5cmd('head', at('details'))) as unknown
      expect(head).to.deep.include({ content_type: 'text/css', metadata: { colour: 'blue' } })
    },
    'deletes below a wildcard and nothing else': async ({ s5cmd, pipe, at }) => {
      for (const key of ['rm/a.txt', 'rm/b/c.txt', 'rm/d.csv']) await pipe('x', 'pipe', at(key))
      await s5cmd('rm', at('rm/*.txt'))
      expect(lines(await s5cmd('ls', at('rm/*')))).to.have.length(1)
    },
    'runs commands from a file': async ({ s5cmd, at, folder }) => {
      await writeFiles(folder, { one: '1', commands: `cp one ${at('run/1')}\ncp one ${at('run/2')}\n` })
      await s5cmd('run', 'commands')
      expect(lines(await s5cmd('ls', at('run/*')))).to.have.length(2)
    },
    'signs a link that works': async ({ s5cmd, pipe, at }) => {
      await pipe('by link', 'pipe', at('link é'))
      const answer = await fetch((await s5cmd('presign', at('link é'))).trim())
      expect(await answer.text()).to.equal('by link')
    },
    'makes, lists and removes a bucket': async ({ s5cmd }) => {
      const name = freshName('s5cmd-mb')
      await s5cmd('mb', `s3://${name}`)
      expect(await s5cmd('ls')).to.contain(name)
      await s5cmd('rb', `s3://${name}`)
      expect(await s5cmd('ls')).not.to.contain(name)
    },
  },
})
