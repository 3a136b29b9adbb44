import { S3Error } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { Session } from './session.ts'

/** Shown once, and kept nowhere. */
export interface TemporaryCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

export interface IssuedSession {
  readonly credentials: TemporaryCredentials
  /** How much of the room for session policies and tags is used, in percent; undefined when there are none. */
  readonly packedPolicySize: number | undefined
}

/** So that a token fits into the headers and URLs of all that stands between; in bytes. */
const largestPacked = 4096

/** Makes the temporary key of a session. Throws PackedPolicyTooLarge. https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html */
export function issueSession(
  { sessionTokens, ids }: Pick<Parts, 'sessionTokens' | 'ids'>,
  session: Session,
): IssuedSession {
  const accessKeyId = ids.temporaryKeyId()
  const text = JSON.stringify(session)
  const packedSize = sessionTokens.packedSize(text)
  const percent = Math.ceil((100 * packedSize) / largestPacked)
  if (packedSize > largestPacked)
    throw new S3Error('PackedPolicyTooLarge', {
      message: `Packed size of session tags and policies consumes ${String(percent)}% of allotted space.`,
    })
  const hasParts = session.policies !== undefined || Object.keys(session.tags).length > 0
  return {
    credentials: {
      accessKeyId,
      secretAccessKey: sessionTokens.secretOf(accessKeyId),
      sessionToken: sessionTokens.seal(text, accessKeyId),
      expiresAt: session.expiresAt,
    },
    packedPolicySize: hasParts ? percent : undefined,
  }
}
