// One process of the API for files, and what its clients do.
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { awsEnvironment, start } from '../process.ts'
import type { Workspace } from '../workspace.ts'

interface Uploaded {
  readonly id: string
  readonly size: number
}

export interface Instance {
  readonly upload: (name: string, bytes: Buffer, type?: string) => Promise<Uploaded>
  readonly get: (id: string) => Promise<Response>
  readonly remove: (id: string) => Promise<Response>
  /** The most memory that the process has ever had, in bytes. */
  readonly peakMemory: () => Promise<number>
  readonly close: () => Promise<void>
}

const program = join(import.meta.dirname, 'api.ts')

export async function startInstance({ target, bucket, folder }: Workspace): Promise<Instance> {
  const env = { ...awsEnvironment(target, folder), CONFORMANCE_BUCKET: bucket }
  const child = start(process.execPath, ['--import', import.meta.resolve('tsx'), program], {
    cwd: folder,
    env,
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the API ended with ${String(code)}`)
  })
  const [port] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string]
  ended.catch(() => undefined)
  const root = `http://127.0.0.1:${port}/`
  return {
    upload: async (name, bytes, type = 'application/octet-stream') => {
      const body = new FormData()
      body.append('file', new Blob([bytes], { type }), name)
      return (await expected(201, fetch(root, { method: 'POST', body }))) as Uploaded
    },
    get: (id) => fetch(root + id),
    remove: (id) => fetch(root + id, { method: 'DELETE' }),
    peakMemory: async () => {
      const { peakKib } = (await expected(200, fetch(`${root}memory`))) as { peakKib: number }
      return peakKib * 1024
    },
    close: async () => {
      child.stdin.end()
      await ended.catch(() => undefined)
    },
  }
}

async function expected(status: number, asked: Promise<Response>): Promise<unknown> {
  const response = await asked
  if (response.status !== status) throw new Error(`${String(response.status)}: ${await response.text()}`)
  return response.json()
}
