import { S3Error } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { Session } from './session.ts'

/** So many sessions are remembered opened; the others are opened again from their tokens. */
const remembered = 1_000

/** What a token says. Throws InvalidToken for one that was not made here for this access key, ExpiredToken. */
export function sessionReader({ sessionTokens, clock }: Pick<Parts, 'sessionTokens' | 'clock'>) {
  const known = new Map<string, Session>()
  const open = (accessKeyId: string, token: string): Session => {
    const content = sessionTokens.open(token, accessKeyId)
    if (content === undefined) throw new S3Error('InvalidToken')
    return JSON.parse(content) as Session
  }
  return (accessKeyId: string, token: string): Session => {
    const name = `${accessKeyId} ${token}`
    const session = known.get(name) ?? open(accessKeyId, token)
    if (session.expiresAt <= clock.now()) throw new S3Error('ExpiredToken')
    if (!known.has(name)) {
      if (known.size >= remembered) known.clear()
      known.set(name, session)
    }
    return session
  }
}
