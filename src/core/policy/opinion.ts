import type { Limit } from './limit.ts'
import type { Say } from './say.ts'

/** What something said on the way to a decision. */
export interface Opinion {
  readonly source:
    | 'identity'
    | 'bucket-policy'
    | 'trust-policy'
    | 'ownership'
    | 'acl'
    | 'public-access-block'
    | Limit['kind']
  /** Undefined: it has no say. */
  readonly says: Say
  /** Which policy of an identity or a limit; absent where it is said of a limit as a whole. */
  readonly policy?: string | undefined
  /** The statement that made it say so. */
  readonly statement?: DecidingStatement | undefined
}

interface DecidingStatement {
  /** Its Sid. */
  readonly id: string | undefined
  /** Counted from 0. */
  readonly index: number
}
