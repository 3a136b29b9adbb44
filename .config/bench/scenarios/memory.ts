import { createHash, randomBytes } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { ask, createBucket } from '../ask.ts'
import { measure } from '../measure.ts'
import { residentMib, watchMemory } from '../process-cost.ts'
import { withSeau, type RunningServer } from '../servers.ts'
import { signedGet, signedRequest } from '../signed-requests.ts'
import type { Suite } from '../bench.ts'
import type { Figure } from '../figure.ts'
import type { WireRequest } from '../load.ts'

const partMib = 64
const partCount = 80
const totalMib = partMib * partCount
const neededBytes = 12 * 2 ** 30
const mostGrowthMib = 64

/** How far memory grows above that of the idle server while 5 GiB go up and down. */
export const memory: Suite = {
  id: 'memory',
  title: 'Memory while 5 GiB go up and down',
  names: ['memory'],
  isQuick: false,
  async run(bench) {
    await requireSpace(bench.folder)
    const part = randomBytes(partMib * 2 ** 20)
    return withSeau(bench, {}, (seau) => transferAll(seau, part))
  },
}

async function requireSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < neededBytes)
    throw new Error(`The scenario memory needs 12 GiB of free disk in ${folder}.`)
}

async function transferAll(seau: RunningServer, part: Buffer): Promise<readonly Figure[]> {
  await createBucket(seau, 'bench')
  await delay(1000)
  const idle: Figure = { name: 'idle', residentMib: residentMib(seau.pid) }
  const transfer = (name: string, requests: readonly WireRequest[], connections = 1) =>
    watched(seau, { name, requests, connections, idleMib: idle.residentMib ?? 0 })
  const down = (path: string) => [signedGet(seau, path)]

  const up = await transfer('single PUT', [wholeObject(seau, part)])
  const whole = await transfer('GET of it', down('/bench/whole.bin'))
  const upload = await openUpload(seau, part)
  const parts = await transfer(`${String(partCount)} parts, 4 at once`, upload.parts, 4)
  await upload.complete()
  const joined = await transfer('GET of the parts', down('/bench/parts.bin'))
  return [idle, up, whole, parts, joined]
}

interface Transfer {
  readonly name: string
  readonly requests: readonly WireRequest[]
  readonly connections: number
  readonly idleMib: number
}

async function watched(
  seau: RunningServer,
  { name, requests, connections, idleMib }: Transfer,
): Promise<Figure> {
  const stop = watchMemory(seau.pid)
  const started = performance.now()
  const { refused, cpuMicros } = await measure(name, seau, {
    requests,
    connections,
    limit: { count: requests.length },
  })
  const seconds = (performance.now() - started) / 1000
  const peak = stop()
  return {
    name,
    ...(refused !== undefined && { refused }),
    cpuMicros,
    mibPerSecond: totalMib / seconds,
    residentMib: peak,
    verdict: { value: peak - idleMib, unit: 'MiB', atMost: mostGrowthMib },
  }
}

/** One signed PUT of 5 GiB, all its parts alike. */
function wholeObject(seau: RunningServer, part: Buffer): WireRequest {
  const hash = createHash('sha256')
  for (let n = 0; n < partCount; n += 1) hash.update(part)
  const payload = hash.digest('hex')
  return signedRequest(seau, {
    method: 'PUT',
    path: '/bench/whole.bin',
    payload,
    body: part,
    copies: partCount,
  })
}

async function openUpload(seau: RunningServer, part: Buffer) {
  const path = '/bench/parts.bin'
  const started = await ask(seau, { method: 'POST', path, query: 'uploads=' })
  const uploadId = /<UploadId>(.+)<\/UploadId>/.exec(started)?.[1] ?? ''
  const upload = `uploadId=${encodeURIComponent(uploadId)}`
  const payload = createHash('sha256').update(part).digest('hex')
  const etag = createHash('md5').update(part).digest('hex')
  const numbers = Array.from({ length: partCount }, (_, n) => String(n + 1))
  const parts = numbers.map((number) =>
    signedRequest(seau, {
      method: 'PUT',
      path,
      query: `partNumber=${number}&${upload}`,
      payload,
      body: part,
    }),
  )
  const named = numbers.map(
    (number) => `<Part><PartNumber>${number}</PartNumber><ETag>"${etag}"</ETag></Part>`,
  )
  const body = `<CompleteMultipartUpload>${named.join('')}</CompleteMultipartUpload>`
  return { parts, complete: () => ask(seau, { method: 'POST', path, query: upload, body }) }
}
