import { S3Error } from '../core/errors.ts'
import { createExpiringMap } from './expiring-map.ts'
import type { Clock } from '../core/ports.ts'

const lifeMs = 300_000
const mostAtOnce = 10_000

/** What browsers are given to sign; each is good once. */
export function openChallenges(clock: Clock) {
  const holders = createExpiringMap<string>({ clock, lifeMs, most: mostAtOnce })
  return {
    put: (challenge: string, holder: string) => {
      holders.put(challenge, holder)
    },
    /** Tells whether a challenge was made for a holder, and uses it up. */
    isFor: (holder: string) => (challenge: string) => holders.take(challenge) === holder,
  }
}

/** Throws AccessDenied. */
export function passkeyDenied(cause?: unknown): never {
  throw new S3Error('AccessDenied', { message: 'The passkey was not accepted.', cause })
}
