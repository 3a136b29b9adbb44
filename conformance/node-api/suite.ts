// An application's API in several processes, which share nothing but a bucket.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { expect } from 'chai'
import { suiteOf } from '../suite.ts'
import { closeWorkspace, openWorkspace, sampleBytes } from '../workspace.ts'
import type { Workspace } from '../workspace.ts'
import { startInstance } from './instance.ts'
import type { Instance } from './instance.ts'

interface Context extends Workspace {
  readonly one: Instance
  readonly other: Instance
}

const { version } = createRequire(import.meta.url)('multer/package.json') as { version: string }

const mebibyte = 1024 * 1024

async function bytesOf(asked: Promise<Response>): Promise<Buffer> {
  const response = await asked
  expect(response.status).to.equal(200)
  return Buffer.from(await response.arrayBuffer())
}

async function digestOf({ body }: Response): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of body ?? []) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

export const nodeApi = suiteOf<Context>({
  name: 'node-api',
  client: 'multer with the AWS SDK for JavaScript',
  covers:
    'an API in two processes at once: forms stored under unique keys, streams, deletions, uploads at once',
  version: () => Promise.resolve(version),
  open: async (target) => {
    const workspace = await openWorkspace(target, 'node-api')
    const [one, other] = await Promise.all([startInstance(workspace), startInstance(workspace)])
    return { ...workspace, one, other }
  },
  close: async ({ one, other, ...workspace }) => {
    await Promise.all([one.close(), other.close()])
    await closeWorkspace(workspace)
  },
  rules: {
    'keeps what one process uploads for the other to read, with its name and type': async ({
      one,
      other,
    }) => {
      const { id } = await one.upload('été 🪣.txt', Buffer.from('content'), 'text/plain')
      const got = await other.get(id)
      expect(await got.text()).to.equal('content')
      expect(got.headers.get('content-type')).to.equal('text/plain')
      expect(got.headers.get('content-disposition')).to.contain(encodeURIComponent('été 🪣.txt'))
    },
    'keeps files of one name apart': async ({ one, other }) => {
      const [a, b] = await Promise.all(
        [one, other].map((instance, at) => instance.upload('same.txt', Buffer.from(`file ${String(at)}`))),
      )
      expect(a?.id).not.to.equal(b?.id)
      expect((await bytesOf(other.get(a?.id ?? ''))).toString()).to.equal('file 0')
      expect((await bytesOf(one.get(b?.id ?? ''))).toString()).to.equal('file 1')
    },
    'streams a large file through both in bounded memory': async ({ one, other }) => {
      const bytes = sampleBytes(256 * mebibyte, 5)
      const before = await Promise.all([one.peakMemory(), other.peakMemory()])
      const { id, size } = await one.upload('large.bin', bytes)
      expect(size).to.equal(bytes.length)
      expect(await digestOf(await other.get(id))).to.equal(createHash('sha256').update(bytes).digest('hex'))
      const after = await Promise.all([one.peakMemory(), other.peakMemory()])
      for (const [at, peak] of after.entries())
        expect(peak - (before[at] ?? 0)).to.be.below(bytes.length / 2, 'growth of a process in bytes')
    },
    'has a deleted file gone for both': async ({ one, other }) => {
      const { id } = await one.upload('gone.txt', Buffer.from('gone'))
      expect((await other.get(id)).status).to.equal(200)
      expect((await other.remove(id)).status).to.equal(204)
      expect([(await one.get(id)).status, (await other.get(id)).status]).to.deep.equal([404, 404])
    },
    'takes twenty uploads over both at once, each whole and under its own key': async (context) => {
      const { s3, bucket, one, other } = context
      const files = Array.from({ length: 20 }, (_, at) => sampleBytes(mebibyte + at, at + 1))
      const stored = await Promise.all(
        files.map((bytes, at) => (at % 2 === 0 ? one : other).upload('many.bin', bytes)),
      )
      const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }))
      expect(Contents?.map(({ Key }) => Key)).to.include.members(stored.map(({ id }) => id))
      expect(new Set(stored.map(({ id }) => id)).size).to.equal(files.length)
      for (const [at, bytes] of files.entries()) {
        const back = await bytesOf((at % 2 === 0 ? other : one).get(stored[at]?.id ?? ''))
        expect(bytes.equals(back)).to.equal(true)
      }
    },
  },
})
