import { once } from './once.ts'

/** Lets each name have so much in a second; what it asks for is said as a part of that. Kept in memory, for names that are in use. */
export interface RateLimiter {
  /** Takes a part; resolves to how many milliseconds to wait when the second is used up. A part of 0 only asks. */
  take(name: string, part: number): Promise<number | undefined>
  /** Takes a part that was used unasked; what is more than a second has is waited for later. */
  charge(name: string, part: number): Promise<void>
}

/** The library counts in whole points. */
const second = 1e12
const longestSeconds = 86_400

/** `share` is what this process may let through of the whole, from 0 to 1. */
export function createRateLimiter(share = 1): RateLimiter {
  // Most servers limit nobody: the library is loaded for those that do.
  const open = once(async () => {
    const { RateLimiterMemory, RateLimiterRes } = await import('rate-limiter-flexible')
    return { limiter: new RateLimiterMemory({ points: second, duration: 1 }), RateLimiterRes }
  })
  const pointsOf = (part: number) => Math.floor(Math.min(part / share, longestSeconds) * second)
  return {
    async take(name, part) {
      const { limiter, RateLimiterRes } = await open()
      try {
        await limiter.consume(name, pointsOf(part))
        return undefined
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return refused.msBeforeNext
        throw refused
      }
    },
    async charge(name, part) {
      const { limiter } = await open()
      const { consumedPoints, msBeforeNext } = await limiter.penalty(name, pointsOf(part))
      if (consumedPoints > second) await limiter.block(name, msBeforeNext / 1000 + pointsOf(part) / second)
    },
  }
}
