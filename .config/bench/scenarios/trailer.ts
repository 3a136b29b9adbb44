import { randomBytes } from 'node:crypto'
import { createBucket } from '../ask.ts'
import { cpuRatio } from '../figure.ts'
import { measureWarm } from '../measure.ts'
import { withSeau } from '../servers.ts'
import { signedPuts, trailerPuts } from '../signed-requests.ts'
import type { Suite } from '../bench.ts'

const keys = 20_000
const goal = { atMost: 1.25 }

/** What the SDKs' default form of a PUT costs beside one with a signed payload. */
export const trailer: Suite = {
  id: 'trailer',
  title: 'PUT of 4 KiB in the SDKs’ default form',
  names: ['trailer'],
  isQuick: true,
  run: (bench) =>
    withSeau(bench, {}, async (seau) => {
      await createBucket(seau, 'bench')
      const body = randomBytes(4096)
      const drive = (name: string, requests: ReturnType<typeof signedPuts>) =>
        measureWarm(name, seau, { requests, connections: 32, seconds: bench.seconds })
      const base = await drive('signed payload', signedPuts(seau, pathsOf('signed'), body))
      const length = trailerPuts(seau, pathsOf('length'), { body, framing: 'length' })
      const withLength = await drive('trailing CRC32, with a length', length)
      const chunks = trailerPuts(seau, pathsOf('chunks'), { body, framing: 'chunks' })
      const inChunks = await drive('trailing CRC32, in HTTP chunks', chunks)
      return [base, cpuRatio(withLength, base, goal), cpuRatio(inChunks, base, goal)]
    }),
}

const pathsOf = (form: string) =>
  Array.from({ length: keys }, (_, n) => `/bench/${form}/k${String(n).padStart(6, '0')}.bin`)
