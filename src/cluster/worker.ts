import cluster from 'node:cluster'
import { allowHeapGrowth } from '../lib/heap-growth.ts'
import { openChannel, type Channel } from './channel.ts'
import type { StartFailure } from './worker-pool.ts'

/** Whether this process was started by another one of the same server. */
export const { isWorker } = cluster

interface Serving {
  readonly url: string
  close(): Promise<void>
}

/** Serves until the process that started this one says otherwise, or goes away. Signals are its business: a Ctrl-C reaches both. */
export async function runWorker(serve: (channel: Channel) => Promise<Serving>): Promise<never> {
  const channel = openChannel({
    send: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.on('disconnect', listener),
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit(1))
  const asked = new Promise<void>((resolve) => {
    channel.answer('close', () => {
      resolve()
    })
  })
  try {
    const serving = await serve(channel)
    allowHeapGrowth()
    await channel.ask('ready', serving.url)
    await asked
    await serving.close()
  } catch (error) {
    await channel.ask('failed', failureOf(error))
  }
  return process.exit(0)
}

function failureOf(error: unknown): StartFailure {
  const { code, syscall, port } = error as Partial<StartFailure>
  return { message: error instanceof Error ? error.message : String(error), code, syscall, port }
}
