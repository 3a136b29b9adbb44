import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { createApiKey, createBucket } from '../ask.ts'
import { cpuRatio, type Figure } from '../figure.ts'
import { fill, measure, measureInTurns } from '../measure.ts'
import { keyedGet } from '../rest-requests.ts'
import { withSeau, type RunningSeau } from '../servers.ts'
import { signedPuts } from '../signed-requests.ts'
import type { Bench, Suite } from '../bench.ts'

const [width, height] = [4000, 3000]
const query = 'width=800&height=800'
const images = 20
const goal = { atMost: 1.15 }

/** What it takes to make a picture of 800 × 800 of a JPEG of 12 megapixels beside sharp alone, and to send one that is there. */
export const images12: Suite = {
  id: 'images',
  title: 'Pictures of 800 × 800 of JPEGs of 12 megapixels',
  names: ['images'],
  isQuick: false,
  run: (bench) => withSeau(bench, {}, (seau) => compare(bench, seau)),
}

async function compare(bench: Bench, seau: RunningSeau): Promise<readonly Figure[]> {
  await createBucket(seau, 'bench')
  const apiKey = await createApiKey(seau)
  const jpeg = await photograph()
  const names = Array.from({ length: images }, (_, n) => `photo-${String(n)}.jpg`)
  await fill(
    seau,
    signedPuts(
      seau,
      names.map((name) => `/bench/${name}`),
      jpeg,
    ),
  )
  const face = { port: seau.consolePort, pid: seau.pid }
  const get = (target: string) => keyedGet(face, `/api/object?bucket=bench&file=${target}`, apiKey)
  const pictures = names.map((name) => get(`${name}&${query}`))
  const [first, ...rest] = pictures
  if (!first) return []

  // The library is loaded for the first.
  await measure('', face, { requests: [first], connections: 1, limit: { count: 1 } })
  const alone = await renderAlone(jpeg, rest.length)
  const made = await measure('made by Seau', face, {
    requests: rest,
    connections: 1,
    limit: { count: rest.length },
  })
  const made800 = {
    ...made,
    verdict: { value: (made.p50Ms ?? NaN) / alone.p50Ms, unit: '×' as const, ...goal },
  }

  const same = await bytesOf(face.port, `/api/object?bucket=bench&file=${names[0] ?? ''}&${query}`, apiKey)
  await fill(seau, signedPuts(seau, ['/bench/same.jpg'], same))
  const [plain, kept] = await measureInTurns(
    [
      { name: 'GET of as many bytes', server: face, requests: [get('same.jpg')] },
      { name: 'GET of a picture that is kept', server: face, requests: pictures },
    ],
    { connections: 16, seconds: bench.seconds },
  )
  return [alone, made800, plain, cpuRatio(kept, plain)]
}

/** Noise over a gradient, which takes as long to decode as a photograph. */
async function photograph(): Promise<Buffer> {
  const noise = await sharp(randomBytes((width / 8) * (height / 8) * 3), {
    raw: { width: width / 8, height: height / 8, channels: 3 },
  })
    .blur(2)
    .resize(width, height)
    .toBuffer()
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** The same as Seau asks of the library. */
async function renderAlone(jpeg: Buffer, count: number): Promise<Figure & { readonly p50Ms: number }> {
  sharp.cache(false)
  const times: number[] = []
  const before = process.cpuUsage()
  for (let n = 0; n < count; n++) {
    const started = performance.now()
    await sharp(jpeg)
      .autoOrient()
      .resize({ width: 800, height: 800, fit: 'cover', withoutEnlargement: true })
      .jpeg({ progressive: false })
      .toBuffer()
    times.push(performance.now() - started)
  }
  const { user, system } = process.cpuUsage(before)
  times.sort((a, b) => a - b)
  return { name: 'sharp alone', cpuMicros: (user + system) / count, p50Ms: times[times.length >> 1] ?? NaN }
}

async function bytesOf(port: number, target: string, apiKey: string): Promise<Buffer> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}${target}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  })
  if (!answer.ok) throw new Error(`${target}: ${String(answer.status)} ${await answer.text()}`)
  return Buffer.from(await answer.arrayBuffer())
}
