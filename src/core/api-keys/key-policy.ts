import { keyLimits, type Limit } from '../policy/limit.ts'
import type { ApiKey } from './api-key.ts'

/** Throws MalformedPolicy. */
export const checkKeyPolicy = (policy: string): void => {
  keyLimits(policy)
}

/** What has to allow as well whatever the key does. */
export const limitsOf = ({ policy }: Pick<ApiKey, 'policy'>): readonly Limit[] | undefined =>
  keyLimits(policy)
