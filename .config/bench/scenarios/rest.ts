import { randomBytes } from 'node:crypto'
import { createApiKey, createBucket } from '../ask.ts'
import { cpuRatio, type Figure } from '../figure.ts'
import { fill, measureInTurns, type Form } from '../measure.ts'
import { formPost, keyedGet } from '../rest-requests.ts'
import { withSeau, type RunningSeau } from '../servers.ts'
import { signedGet, signedPuts } from '../signed-requests.ts'
import type { Bench, Suite } from '../bench.ts'

/** As many connections as when S3 is measured alone. */
const sizes = [
  { title: '4 KiB', bytes: 2 ** 12, connections: 32 },
  { title: '64 KiB', bytes: 2 ** 16, connections: 16 },
]
const keys = 2000
const goal = { atMost: 1.5 }

/** What an upload and a download by REST cost beside the same by S3. */
export const rest: Suite = {
  id: 'rest',
  title: 'REST beside S3',
  names: ['rest'],
  isQuick: false,
  run: (bench) => withSeau(bench, {}, (seau) => compareAll(bench, seau)),
}

async function compareAll(bench: Bench, seau: RunningSeau): Promise<readonly Figure[]> {
  await createBucket(seau, 'bench')
  const apiKey = await createApiKey(seau)
  const figures: Figure[] = []
  const { seconds } = bench
  for (const { title, bytes, connections } of sizes) {
    for (const forms of pairsOf(seau, { title, apiKey, body: randomBytes(bytes) })) {
      if (forms.mustExist) await fill(seau, forms.mustExist)
      const [base, figure] = await measureInTurns(forms.pair, { connections, seconds })
      figures.push(base, cpuRatio(figure, base, goal))
    }
  }
  return figures
}

interface Pair {
  readonly pair: readonly [s3: Form, rest: Form]
  readonly mustExist?: Form['requests']
}

interface Sent {
  readonly title: string
  readonly apiKey: string
  readonly body: Buffer
}

function pairsOf(seau: RunningSeau, { title, apiKey, body }: Sent): readonly Pair[] {
  const names = Array.from({ length: keys }, (_, n) => `${String(body.length)}/${String(n)}.bin`)
  const paths = names.map((name) => `/bench/${name}`)
  const face = { port: seau.consolePort, pid: seau.pid }
  const puts = signedPuts(seau, paths, body)
  return [
    {
      pair: [
        { name: `PUT ${title}, S3`, server: seau, requests: puts },
        {
          name: `upload of ${title}, REST`,
          server: face,
          requests: names.map((name) => formPost(face, { bucket: 'bench', name, apiKey, body })),
        },
      ],
    },
    {
      mustExist: puts,
      pair: [
        { name: `GET ${title}, S3`, server: seau, requests: paths.map((path) => signedGet(seau, path)) },
        {
          name: `download of ${title}, REST`,
          server: face,
          requests: names.map((name) => {
            const query = new URLSearchParams({ bucket: 'bench', file: name })
            return keyedGet(face, `/api/object?${query.toString()}`, apiKey)
          }),
        },
      ],
    },
  ]
}
