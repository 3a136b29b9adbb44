import { createHash, type Hash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

/** What a body is asked of its hashing thread, in this order. */
export type HashRequest =
  | { readonly kind: 'begin'; readonly body: number; readonly algorithms: readonly string[] }
  /** The first `length` bytes of a buffer that travels to the thread and back. */
  | { readonly kind: 'update'; readonly body: number; readonly bytes: ArrayBuffer; readonly length: number }
  | { readonly kind: 'digest'; readonly body: number }
  | { readonly kind: 'forget'; readonly body: number }

export type HashReply =
  | { readonly kind: 'updated'; readonly body: number; readonly bytes: ArrayBuffer }
  | { readonly kind: 'digested'; readonly body: number; readonly digests: readonly Uint8Array[] }

/** The side of `hash-threads.ts` that runs in the thread. */
function serve(port: NonNullable<typeof parentPort>): void {
  const bodies = new Map<number, readonly Hash[]>()
  const reply = (message: HashReply, transfer: readonly ArrayBuffer[] = []) => {
    port.postMessage(message, transfer)
  }
  port.on('message', (request: HashRequest) => {
    const { body } = request
    const hashes = bodies.get(body) ?? []
    switch (request.kind) {
      case 'begin':
        bodies.set(
          body,
          request.algorithms.map((algorithm) => createHash(algorithm)),
        )
        return
      case 'update': {
        const bytes = new Uint8Array(request.bytes, 0, request.length)
        for (const hash of hashes) hash.update(bytes)
        reply({ kind: 'updated', body, bytes: request.bytes }, [request.bytes])
        return
      }
      case 'digest':
        reply({ kind: 'digested', body, digests: hashes.map((hash) => hash.digest()) })
        bodies.delete(body)
        return
      case 'forget':
        bodies.delete(body)
    }
  })
}

if (parentPort) serve(parentPort)
