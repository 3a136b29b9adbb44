// AWS CLI v1: the `aws s3` commands people use every day, and s3api where scripts use it.
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { commandSuite } from './command.ts'
import { awsEnvironment, run } from './process.ts'
import { difficultNames, freshName, readText, sampleBytes, writeFiles } from './workspace.ts'

const lines = (output: string) => output.split('\n').filter((line) => line !== '')

export const awsCli = commandSuite({
  name: 'aws-cli',
  program: 'aws',
  client: 'AWS CLI v1',
  covers: 'aws s3 cp, mv, sync, ls, rm, mb, rb, presign; s3api',
  versionArgument: '--version',
  prepare: ({ target, folder }) => awsEnvironment(target, folder),
  root: (bucket) => `s3://${bucket}/`,
  rules: {
    'aws s3 mb and rb make and remove a bucket': async ({ aws }) => {
      const name = freshName('awscli-mb')
      await aws('s3', 'mb', `s3://${name}`)
      expect(await aws('s3', 'ls')).to.contain(name)
      await aws('s3', 'rb', `s3://${name}`)
      expect(await aws('s3', 'ls')).not.to.contain(name)
    },
    'aws s3 cp uploads a file with its type and downloads it': async ({ aws, at, bucket, folder }) => {
      await writeFiles(folder, { 'cp.html': '<p>hello' })
      await aws('s3', 'cp', 'cp.html', at('cp/'))
      await aws('s3', 'cp', at('cp/cp.html'), 'cp-back.html')
      expect(await readText(join(folder, 'cp-back.html'))).to.equal('<p>hello')
      const head = JSON.parse(
        await aws('s3api', 'head-object', '--bucket', bucket, '--key', 'cp/cp.html'),
      ) as unknown
      expect(head).to.include({ ContentType: 'text/html', ContentLength: 8 })
    },
    'aws s3 cp uploads and downloads 20 MiB in parts': async ({ aws, at, folder }) => {
      const bytes = sampleBytes(20 * 1024 * 1024)
      await writeFiles(folder, { large: bytes })
      await aws('s3', 'cp', '--quiet', 'large', at('large'))
      await aws('s3', 'cp', '--quiet', at('large'), 'large-back')
      expect(bytes.equals(await readFile(join(folder, 'large-back')))).to.equal(true)
    },
    'aws s3 cp streams from standard input and to standard output': async ({ aws, at, target, folder }) => {
      const env = awsEnvironment(target, folder)
      await run('aws', ['s3', 'cp', '-', at('streamed')], { env, input: 'from a pipe' })
      expect(await aws('s3', 'cp', at('streamed'), '-')).to.equal('from a pipe')
    },
    'aws s3 sync keeps difficult names both ways': async ({ aws, at, folder }) => {
      const files = Object.fromEntries(difficultNames.map((name) => [name, name]))
      await writeFiles(join(folder, 'names'), files)
      await aws('s3', 'sync', '--quiet', 'names', at('names'))
      await aws('s3', 'sync', '--quiet', at('names'), 'names-back')
      for (const name of difficultNames)
        expect(await readText(join(folder, 'names-back', name))).to.equal(name)
    },
    'aws s3 sync uploads only what changed, and deletes what is gone when told to': async ({
      aws,
      at,
      folder,
    }) => {
      await writeFiles(join(folder, 'sync'), { a: 'a', b: 'b', 'c/d': 'd' })
      await aws('s3', 'sync', 'sync', at('sync'))
      expect(await aws('s3', 'sync', 'sync', at('sync'))).to.equal('')
      await writeFiles(join(folder, 'sync'), { b: 'longer' })
      expect(lines(await aws('s3', 'sync', '--no-progress', 'sync', at('sync')))).to.have.length(1)
      await writeFiles(join(folder, 'sync-fewer'), { a: 'a' })
      await aws('s3', 'sync', '--quiet', '--delete', 'sync-fewer', at('sync'))
      expect(await aws('s3', 'ls', '--recursive', at('sync/')))
        .to.match(/ sync\/a\n$/)
        .and.not.match(/sync\/b/)
    },
    'aws s3 cp and mv work within the server, with multipart copies': async ({ aws, at, folder }) => {
      await writeFiles(folder, { move: sampleBytes(9 * 1024 * 1024, 2) })
      await aws('s3', 'cp', '--quiet', 'move', at('move/one'))
      await aws('s3', 'cp', '--quiet', at('move/one'), at('move/two'))
      await aws('s3', 'mv', '--quiet', at('move/two'), at('move/three'))
      const listed = lines(await aws('s3', 'ls', '--recursive', at('move/'))).map((line) =>
        line.split(/\s+/).slice(2),
      )
      expect(listed).to.deep.equal([
        ['9437184', 'move/one'],
        ['9437184', 'move/three'],
      ])
    },
    'aws s3 ls shows prefixes, sizes and a summary': async ({ aws, at, folder }) => {
      await writeFiles(join(folder, 'ls'), { 'deep/a': 'a', top: '12345' })
      await aws('s3', 'sync', '--quiet', 'ls', at('ls'))
      expect(await aws('s3', 'ls', at('ls/'))).to.match(/PRE deep\/\n.* 5 top\n/)
      expect(await aws('s3', 'ls', '--recursive', '--summarize', at('ls/'))).to.match(
        /Total Objects: 2\s+Total Size: 6/,
      )
    },
    'aws s3 rm --recursive deletes below a prefix and nothing else': async ({ aws, at, folder }) => {
      await writeFiles(join(folder, 'rm'), { 'x/a': '', 'x/b c': '', y: '' })
      await aws('s3', 'sync', '--quiet', 'rm', at('rm'))
      await aws('s3', 'rm', '--quiet', '--recursive', at('rm/x/'))
      expect(await aws('s3', 'ls', '--recursive', at('rm/'))).to.match(/^[^\n]* rm\/y\n$/)
    },
    'aws s3 presign makes a link that works': async ({ aws, at, folder }) => {
      await writeFiles(folder, { presigned: 'by link' })
      await aws('s3', 'cp', '--quiet', 'presigned', at('with space/presigned'))
      const answer = await fetch((await aws('s3', 'presign', at('with space/presigned'))).trim())
      expect(await answer.text()).to.equal('by link')
    },
    'aws s3 cp sets ACL, metadata and storage class': async ({ aws, at, bucket, folder, target }) => {
      await writeFiles(folder, { acl: 'public' })
      await aws(
        's3',
        'cp',
        '--quiet',
        '--acl',
        'public-read',
        '--metadata',
        'a=1',
        '--cache-control',
        'no-cache',
        'acl',
        at('acl'),
      )
      const answer = await fetch(`${target.endpoint}/${bucket}/acl`)
      expect(await answer.text()).to.equal('public')
      expect([answer.headers.get('x-amz-meta-a'), answer.headers.get('cache-control')]).to.deep.equal([
        '1',
        'no-cache',
      ])
    },
    'aws s3api puts, gets and deletes with conditions and checksums': async ({ aws, bucket, folder }) => {
      const address = ['--bucket', bucket, '--key', 'api']
      await writeFiles(folder, { api: 'api' })
      await aws(
        's3api',
        'put-object',
        ...address,
        '--body',
        'api',
        '--checksum-algorithm',
        'SHA256',
        '--if-none-match',
        '*',
      )
      const again = aws('s3api', 'put-object', ...address, '--body', 'api', '--if-none-match', '*')
      expect(await again.catch(String)).to.contain('PreconditionFailed')
      await mkdir(join(folder, 'out'), { recursive: true })
      await aws(
        's3api',
        'get-object',
        ...address,
        '--checksum-mode',
        'ENABLED',
        '--range',
        'bytes=0-1',
        'out/api',
      )
      expect(await readText(join(folder, 'out/api'))).to.equal('ap')
      await aws('s3api', 'delete-object', ...address)
    },
    'aws s3 rb --force removes a bucket that holds objects': async ({ aws, folder }) => {
      const name = freshName('awscli-rb')
      await writeFiles(folder, { forced: 'x' })
      await aws('s3', 'mb', `s3://${name}`)
      await aws('s3', 'cp', '--quiet', 'forced', `s3://${name}/`)
      await aws('s3', 'rb', '--force', `s3://${name}`)
      expect(await aws('s3', 'ls')).not.to.contain(name)
    },
  },
})
