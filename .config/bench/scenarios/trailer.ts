import { randomBytes } from 'node:crypto'
import { createBucket } from '../ask.ts'
import { cpuRatio } from '../figure.ts'
import { measureInTurns, type Form } from '../measure.ts'
import { withSeau, type RunningServer } from '../servers.ts'
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
      const [base, ...others] = await measureInTurns(formsOf(seau), {
        connections: 32,
        seconds: bench.seconds,
      })
      return base ? [base, ...others.map((figure) => cpuRatio(figure, base, goal))] : []
    }),
}

function formsOf(seau: RunningServer): readonly Form[] {
  const body = randomBytes(4096)
  return [
    { name: 'signed payload', server: seau, requests: signedPuts(seau, pathsOf('signed'), body) },
    {
      name: 'trailing CRC32, with a length',
      server: seau,
      requests: trailerPuts(seau, pathsOf('length'), { body, framing: 'length' }),
    },
    {
      name: 'trailing CRC32, in HTTP chunks',
      server: seau,
      requests: trailerPuts(seau, pathsOf('chunks'), { body, framing: 'chunks' }),
    },
  ]
}

const pathsOf = (form: string) =>
  Array.from({ length: keys }, (_, n) => `/bench/${form}/k${String(n).padStart(6, '0')}.bin`)
