import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { HashReply, HashRequest } from './hash-thread.ts'

/** A body hashed beside the event loop. */
interface ThreadedHashes {
  /** Takes a copy of the chunk; to be awaited, when it is a promise, before the next one: the thread has fallen behind. */
  update(chunk: Uint8Array): Promise<void> | undefined
  /** In the order of the algorithms; nothing may be called after it. */
  digest(): Promise<readonly Buffer[]>
  /** Instead of `digest`, for a body that broke off; does nothing after it. */
  forget(): void
}

export interface HashThreads {
  /** By names of `node:crypto`. */
  begin(algorithms: readonly string[]): ThreadedHashes
  close(): Promise<void>
}

/** Messages between threads cost some 10 µs: large buffers make few of them. */
const bufferBytes = 128 << 10
const buffersInFlight = 3
const sparesKept = 4
/** In development and tests a thread has to load the TypeScript loader first. */
function startWorker(): Worker {
  const options = { resourceLimits: { maxYoungGenerationSizeMb: 1 } }
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./hash-thread.js', import.meta.url), options)
  }
  const loader = createRequire(import.meta.url).resolve('tsx/cjs')
  const workerData = [loader, fileURLToPath(new URL('./hash-thread.ts', import.meta.url))]
  return new Worker(`require('worker_threads').workerData.forEach(require)`, {
    ...options,
    eval: true,
    workerData,
  })
}

interface Running {
  bytesReturned(): void
  digested(digests: readonly Buffer[]): void
  failed(error: Error): void
}

/** Threads that are started when a body first needs them, one core being left to the event loop. */
export function hashThreads(count = Math.max(1, Math.min(4, availableParallelism() - 1))): HashThreads {
  const threads: (Thread | undefined)[] = Array.from({ length: count })
  const spares: ArrayBuffer[] = []
  let bodies = 0

  const threadFor = (body: number): Thread => {
    const place = body % count
    const running = threads[place]
    if (running) return running
    const thread = startThread(spares, () => {
      threads[place] = undefined
    })
    threads[place] = thread
    return thread
  }
  return {
    begin(algorithms) {
      const body = ++bodies
      return hashIn(threadFor(body), spares, { body, algorithms })
    },
    async close() {
      for (const thread of threads) await thread?.end()
    },
  }
}

interface Thread {
  readonly bodies: Map<number, Running>
  post(request: HashRequest): void
  end(): Promise<unknown>
}

function startThread(spares: ArrayBuffer[], onEnd: () => void): Thread {
  const worker = startWorker()
  const bodies = new Map<number, Running>()
  const fail = (error: Error) => {
    onEnd()
    for (const running of bodies.values()) running.failed(error)
    bodies.clear()
  }
  // A server that has nothing else to do may end.
  worker.unref()
  worker.on('message', (reply: HashReply) => {
    const running = bodies.get(reply.body)
    if (reply.kind === 'digested') {
      bodies.delete(reply.body)
      running?.digested(reply.digests.map((digest) => Buffer.from(digest)))
      return
    }
    if (spares.length < sparesKept) spares.push(reply.bytes)
    running?.bytesReturned()
  })
  worker.on('error', fail)
  worker.on('exit', () => {
    fail(new Error('The hashing thread has ended.'))
  })
  return {
    bodies,
    post(request) {
      worker.postMessage(request, request.kind === 'update' ? [request.bytes] : [])
    },
    end: () => worker.terminate(),
  }
}

interface NewBody {
  readonly body: number
  readonly algorithms: readonly string[]
}

function hashIn(thread: Thread, spares: ArrayBuffer[], { body, algorithms }: NewBody): ThreadedHashes {
  let filling = spares.pop() ?? new ArrayBuffer(bufferBytes)
  let filled = 0
  let inFlight = 0
  let failure: Error | undefined
  let room: Deferred<undefined> | undefined
  const result = deferred<readonly Buffer[]>()
  result.promise.catch(() => undefined) // Whoever asks for the digest hears of it.

  const send = () => {
    thread.post({ kind: 'update', body, bytes: filling, length: filled })
    inFlight += 1
    filling = spares.pop() ?? new ArrayBuffer(bufferBytes)
    filled = 0
  }
  const wake = () => {
    room?.resolve(undefined)
    room = undefined
  }
  thread.bodies.set(body, {
    bytesReturned() {
      inFlight -= 1
      wake()
    },
    digested: result.resolve,
    failed(error) {
      failure = error
      result.reject(error)
      wake()
    },
  })
  thread.post({ kind: 'begin', body, algorithms })
  return {
    update(chunk) {
      if (failure) throw failure
      let rest = chunk
      while (rest.length > 0) {
        const taken = rest.subarray(0, bufferBytes - filled)
        new Uint8Array(filling).set(taken, filled)
        filled += taken.length
        rest = rest.subarray(taken.length)
        if (filled === bufferBytes) send()
      }
      if (inFlight < buffersInFlight) return undefined
      room ??= deferred<undefined>()
      return room.promise
    },
    digest() {
      if (filled > 0) send()
      thread.post({ kind: 'digest', body })
      return result.promise
    },
    forget() {
      if (thread.bodies.delete(body)) thread.post({ kind: 'forget', body })
    },
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (error: Error) => void
}

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<T>((resolved, rejected) => {
    resolve = resolved
    reject = rejected
  })
  return { promise, resolve, reject }
}
