import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openStore } from '../../../src/compose/open-store.ts'
import { loadConfig } from '../../../src/config.ts'
import { ask, createBucket } from '../ask.ts'
import { cpuRatio, type Figure } from '../figure.ts'
import { measureInTurns } from '../measure.ts'
import { seauEnvironment, withSeau } from '../servers.ts'
import { signedGet } from '../signed-requests.ts'
import type { Bench, Suite } from '../bench.ts'
import type { Bucket } from '../../../src/core/buckets/bucket.ts'
import type { Metadata } from '../../../src/core/ports.ts'

const few = 1000
const many = 1_000_000
const prefixes = 100
const goal = { atMost: 2 }

/** In each of them a flat page has 1,000 keys, and one with a delimiter 100 common prefixes. */
const buckets = {
  few: '1,000 keys',
  many: '1,000,000 keys',
  deleted: '1,000 keys, 1,000,000 deleted',
  versioned: '1,000 keys, 1,000,000 versions and markers',
}
const enabled = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>'
const pages = { flat: 'list-type=2', 'with a delimiter': 'delimiter=%2F&list-type=2' }

/** What a page of a listing costs by what lies in the bucket. */
export const listingScale: Suite = {
  id: 'listing-scale',
  title: 'Listings by the size of the bucket',
  names: ['listing-scale'],
  isQuick: false,
  async run(bench) {
    const data = await mkdtemp(join(bench.folder, 'data-'))
    await withSeau(bench, { data }, async (seau) => {
      for (const name of Object.keys(buckets)) await createBucket(seau, name)
      await ask(seau, { method: 'PUT', path: '/versioned', query: 'versioning=', body: enabled })
    })
    await fillBuckets(data)
    const figures = await measurePages(bench, data)
    await rm(data, { recursive: true })
    return figures
  },
}

const measurePages = (bench: Bench, data: string) =>
  withSeau(bench, { data }, async (seau) => {
    const figures: Figure[] = []
    for (const [page, query] of Object.entries(pages)) {
      const forms = Object.entries(buckets).map(([bucket, title]) => ({
        name: `${page}, ${title}`,
        server: seau,
        requests: [signedGet(seau, `/${bucket}`, query)],
      }))
      const [base, ...others] = await measureInTurns(forms, { connections: 8, seconds: bench.seconds })
      if (base) figures.push(base, ...others.map((figure) => cpuRatio(figure, base, goal)))
    }
    return figures
  })

/** Past the protocol, since a million signed requests would take longer than all the rest. */
async function fillBuckets(data: string): Promise<void> {
  const store = await openStore(loadConfig({ env: seauEnvironment(data), folder: data }))
  const { metadata } = store
  const bucketOf = async (name: string) => {
    const bucket = await metadata.catalog.findBucket('', name)
    if (!bucket) throw new Error(`There is no bucket ${name}.`)
    return bucket
  }
  await writeKeys(metadata, await bucketOf('few'), { kind: 'put', from: 0, to: few })
  await writeKeys(metadata, await bucketOf('many'), { kind: 'put', from: 0, to: many })
  for (const name of ['deleted', 'versioned']) {
    const bucket = await bucketOf(name)
    await writeKeys(metadata, bucket, { kind: 'put', from: 0, to: few + many })
    await writeKeys(metadata, bucket, { kind: 'delete', from: few, to: few + many })
  }
  await store.close()
}

interface KeyRange {
  readonly kind: 'put' | 'delete'
  readonly from: number
  readonly to: number
}

const atOnce = 4096

async function writeKeys(metadata: Metadata, bucket: Bucket, { kind, from, to }: KeyRange): Promise<void> {
  for (let start = from; start < to; start += atOnce) {
    const count = Math.min(atOnce, to - start)
    const writes = Array.from({ length: count }, (_, n) =>
      metadata.write(writeOf(kind, bucket.id, start + n)),
    )
    const refused = (await Promise.all(writes)).find((answer) => answer.kind === 'refused')
    if (refused) throw new Error(`A key was refused: ${refused.code}`)
  }
}

const data = Buffer.from('x')

function writeOf(kind: KeyRange['kind'], bucketId: number, n: number): Parameters<Metadata['write']>[0] {
  const key = `d${String(n % prefixes).padStart(3, '0')}/${String(n).padStart(7, '0')}.jpg`
  const now = Date.now()
  if (kind === 'delete') return { kind, bucketId, key, ownerId: 'bench', now, trashAfter: now }
  return {
    kind,
    bucketId,
    key,
    size: data.length,
    etag: '9dd4e461268c8034f5c8564e155c67a6',
    ownerId: 'bench',
    storageClass: 'STANDARD',
    attributes: { contentType: 'image/jpeg' },
    content: { kind: 'inline', data },
    now,
    trashAfter: now,
  }
}
