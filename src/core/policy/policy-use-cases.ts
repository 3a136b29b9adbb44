import { findAsker, type Asker } from './asker.ts'
import { decideAction } from './decide-action.ts'
import { explain } from './explain.ts'
import type { Parts } from '../parts.ts'

/** What can be asked about who may do what. */
export const policyUseCases = (parts: Parts) => ({
  /** Whether a caller may do what is not S3's to decide, such as `iam:CreateUser`. */
  decideAction,
  explain: explain(parts),
  /** The caller that somebody would be. Throws NoSuchEntity, and what findSigner throws. */
  findAsker: (asker: Asker) => findAsker(parts, asker),
})
