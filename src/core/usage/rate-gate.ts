import { S3Error } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { RateLimit } from './rates.ts'

/** Holds back who asks for more than projects and keys may. */
export const rateGate = ({ rateLimiter }: Pick<Parts, 'rateLimiter'>) => ({
  /** Counts a request. Throws SlowDown with Retry-After, also while bytes of former ones are owed. */
  async admit(limits: readonly RateLimit[]): Promise<void> {
    for (const { id, requestsPerSecond, bytesPerSecond } of limits) {
      const waits = [
        requestsPerSecond && (await rateLimiter.take(`${id}/requests`, 1 / requestsPerSecond)),
        bytesPerSecond && (await rateLimiter.take(`${id}/bytes`, 0)),
      ]
      const waitMs = Math.max(...waits.map((wait) => wait ?? 0))
      if (waitMs > 0)
        throw new S3Error('SlowDown', { headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) } })
    }
  },
  /** Counts the bytes of bodies, once they are known. */
  async charge(limits: readonly RateLimit[], bytes: number): Promise<void> {
    for (const { id, bytesPerSecond } of limits)
      if (bytesPerSecond !== undefined && bytes > 0)
        await rateLimiter.charge(`${id}/bytes`, bytes / bytesPerSecond)
  },
})
