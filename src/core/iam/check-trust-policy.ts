import { asDocumentError, parseTrustPolicy } from './policy-document.ts'
import { checkPrincipals } from '../policy/check-principals.ts'
import type { Parts } from '../parts.ts'

/** Throws MalformedPolicyDocument, also for principals that do not exist, or LimitExceeded. */
export async function checkTrustPolicy(parts: Pick<Parts, 'metadata'>, document: string): Promise<void> {
  const policy = parseTrustPolicy(document)
  try {
    await checkPrincipals(parts, policy)
  } catch (error) {
    throw asDocumentError(error)
  }
}
