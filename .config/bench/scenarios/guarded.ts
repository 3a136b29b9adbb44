import { randomBytes } from 'node:crypto'
import { ask, createBucket } from '../ask.ts'
import { cpuRatio, type Figure } from '../figure.ts'
import { fill, measureInTurns } from '../measure.ts'
import { withSeau, type RunningServer } from '../servers.ts'
import { signedGet, signedRequest } from '../signed-requests.ts'
import { sha256 } from '../../../conformance/wire/signature.ts'
import type { Bench, Suite } from '../bench.ts'

const keys = 2000
const body = randomBytes(4096)
const goal = { atMost: 1.25 }

interface Guard {
  readonly title: string
  /** The bucket's subresource and its document. */
  readonly setting?: readonly [name: string, document: string]
  /** Of each upload. */
  readonly headers?: Readonly<Record<string, string>>
}

/** By the name of the bucket. */
const guards: Readonly<Record<string, Guard>> = {
  plain: { title: 'no features' },
  policy: {
    title: 'a policy of ten statements',
    setting: ['policy', JSON.stringify({ Version: '2012-10-17', Statement: statements('policy') })],
  },
  tags: {
    title: 'tags on bucket and object',
    setting: ['tagging', '<Tagging><TagSet><Tag><Key>team</Key><Value>web</Value></Tag></TagSet></Tagging>'],
    headers: { 'x-amz-tagging': 'class=public&year=2026' },
  },
  encrypted: { title: 'SSE-S3', headers: { 'x-amz-server-side-encryption': 'AES256' } },
}

function statements(bucket: string): readonly object[] {
  return Array.from({ length: 10 }, (_, n) => ({
    Effect: n === 9 ? 'Allow' : 'Deny',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${bucket}/*`,
    Condition:
      n === 9
        ? { IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } }
        : { StringLike: { 'aws:Referer': `https://${String(n)}.example.org/*` } },
  }))
}

/** What features of a bucket cost a GET of 4 KiB. */
export const guarded: Suite = {
  id: 'guarded',
  title: 'GET of 4 KiB from buckets with features',
  names: ['guarded'],
  isQuick: false,
  run: (bench) => withSeau(bench, {}, (seau) => compare(bench, seau)),
}

async function compare({ seconds }: Bench, seau: RunningServer): Promise<readonly Figure[]> {
  for (const [bucket, guard] of Object.entries(guards)) await prepare(seau, bucket, guard)
  const forms = Object.entries(guards).map(([bucket, { title }]) => ({
    name: title,
    server: seau,
    requests: pathsOf(bucket).map((path) => signedGet(seau, path)),
  }))
  const [base, ...others] = await measureInTurns(forms, { connections: 32, seconds })
  return base ? [base, ...others.map((figure) => cpuRatio(figure, base, goal))] : []
}

async function prepare(seau: RunningServer, bucket: string, { setting, headers }: Guard): Promise<void> {
  await createBucket(seau, bucket)
  if (setting)
    await ask(seau, { method: 'PUT', path: `/${bucket}`, query: `${setting[0]}=`, body: setting[1] })
  const put = { method: 'PUT', payload: sha256(body), body, ...(headers && { headers }) } as const
  await fill(
    seau,
    pathsOf(bucket).map((path) => signedRequest(seau, { ...put, path })),
  )
}

const pathsOf = (bucket: string) => Array.from({ length: keys }, (_, n) => `/${bucket}/k${String(n)}.bin`)
