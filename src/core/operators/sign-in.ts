import { timingSafeEqual, hash } from 'node:crypto'
import { S3Error } from '../errors.ts'
import { isPassword } from '../../lib/password.ts'
import { isOpenRootKey } from './root-key.ts'
import { openSession } from './sessions.ts'
import { useCode } from './second-factor.ts'
import type { Operator } from './operator.ts'
import type { Parts } from '../parts.ts'
import type { SessionHolder, SessionPlace } from './session.ts'

interface Claim {
  /** Of an operator, or the id of a root key. */
  readonly name: string
  /** Or the key's secret. */
  readonly password: string
  /** Of the second factor, or one of its recovery codes. */
  readonly code?: string | undefined
}

/**
 * Throws AccessDenied without telling what was wrong, and InvalidAuthenticationCode when only the second factor's code
 * is missing or wrong.
 */
export const signIn = (parts: Pick<Parts, 'metadata' | 'clock' | 'ids' | 'settings'>) => {
  const open = openSession(parts)
  const useSecondFactor = useCode(parts)
  return async (claim: Claim, place: SessionPlace) => {
    const operator = await parts.metadata.operators.findByName(claim.name)
    if (!(await isPassword(operator?.passwordHash, claim.password)))
      return open(await rootHolder(parts, claim), place)
    const { id } = await activeOperator(operator)
    await useSecondFactor(id, claim.code)
    return open({ kind: 'operator', id }, place)
  }
}

/** Throws AccessDenied. */
async function rootHolder(
  { metadata: { catalog }, clock }: Pick<Parts, 'metadata' | 'clock'>,
  { name, password }: Claim,
): Promise<SessionHolder> {
  const key = await catalog.findAccessKey(name)
  const isRight = isSame(password, key?.secret ?? '')
  if (key && isRight && (await isOpenRootKey(catalog, name, clock.now())))
    return { kind: 'root', accessKeyId: name }
  throw new S3Error('AccessDenied', { message: 'The name or the password is not right.' })
}

function activeOperator(operator: Operator | undefined): Promise<Operator> {
  if (operator?.status === 'active') return Promise.resolve(operator)
  throw new S3Error('AccessDenied', { message: 'This account is disabled.' })
}

/** In a time that tells nothing of where they differ. */
export const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))
const digest = (text: string) => hash('sha256', text, 'buffer')
