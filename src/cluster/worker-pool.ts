import cluster, { type Worker } from 'node:cluster'
import { setTimeout as sleep } from 'node:timers/promises'
import { openChannel, type Channel } from './channel.ts'

export interface PoolOptions {
  readonly count: number
  /** Called for each worker before it serves, with the line to it. */
  readonly onWorker: (channel: Channel) => void
  /** Called when a worker ended that nobody stopped; another one takes its place. */
  readonly onLoss: (loss: {
    readonly pid: number | undefined
    readonly code: number
    readonly signal: string
  }) => void
}

export interface WorkerPool {
  /** Where the workers listen together. */
  readonly url: string
  /** The same question to every worker that is there. */
  askAll(subject: string): Promise<readonly unknown[]>
  /** Lets each worker finish what is in flight, and end. */
  close(): Promise<void>
}

/** Why a worker could not start, as far as it crosses processes. */
export interface StartFailure {
  readonly message: string
  readonly code?: string | undefined
  readonly syscall?: string | undefined
  readonly port?: number | undefined
}

const restartDelayMs = 500

/** Starts this program once more for each worker; resolves when all of them serve, rejects with the first failure. */
export async function startWorkers({ count, onWorker, onLoss }: PoolOptions): Promise<WorkerPool> {
  cluster.setupPrimary({ serialization: 'advanced' })
  const workers = new Map<Worker, Channel>()
  let isClosing = false

  const fork = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const worker = cluster.fork()
      const channel = openChannel({
        send: (message) => worker.send(message as object),
        onMessage: (listener) => worker.on('message', listener),
        onClose: (listener) => worker.on('exit', listener),
      })
      workers.set(worker, channel)
      channel.answer('ready', (url) => {
        resolve(String(url))
      })
      channel.answer('failed', (failure) => {
        reject(Object.assign(new Error(), failure))
      })
      onWorker(channel)
      worker.on('exit', (code, signal) => {
        workers.delete(worker)
        reject(new Error(`A worker ended with ${signal || String(code)} before it could serve.`))
        if (!isClosing) void replace(worker, code, signal)
      })
    })
  const replace = async (worker: Worker, code: number, signal: string) => {
    onLoss({ pid: worker.process.pid, code, signal })
    await sleep(restartDelayMs)
    if (!isClosing) await fork().catch(() => undefined)
  }
  const close = async () => {
    isClosing = true
    const ended = [...workers.keys()].map((worker) => new Promise((resolve) => worker.once('exit', resolve)))
    for (const channel of workers.values()) void channel.ask('close').catch(() => undefined)
    await Promise.all(ended)
  }
  try {
    const [url = ''] = await Promise.all(Array.from({ length: count }, fork))
    return { url, askAll: (subject) => askAll(workers.values(), subject), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What a worker that ends meanwhile would have said is left out. */
async function askAll(channels: Iterable<Channel>, subject: string): Promise<readonly unknown[]> {
  const answers = await Promise.allSettled([...channels].map((channel) => channel.ask(subject)))
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
}
