import { S3Error } from '../errors.ts'
import { refuseTaken, rightsOf } from './operator-accounts.ts'
import { openSession } from './sessions.ts'
import type { Operator, Role } from './operator.ts'
import type { Parts } from '../parts.ts'
import type { SessionPlace } from './session.ts'

/** Whom an OIDC provider vouches for. */
export interface ExternalOperator {
  /** `<issuer> <subject>` */
  readonly externalId: string
  readonly name: string
  readonly role: Role
  /** By name; undefined: all. */
  readonly projects: readonly string[] | undefined
}

/** Lets them in with the rights that the provider tells this time. Throws AccessDenied, or EntityAlreadyExists for another one's name. */
export const signInExternally = (parts: Pick<Parts, 'metadata' | 'clock' | 'ids' | 'settings'>) => {
  const { metadata, clock, ids } = parts
  const open = openSession(parts)
  return async ({ externalId, name, ...given }: ExternalOperator, place: SessionPlace) => {
    const rights = await rightsOf(metadata.catalog, given)
    const id = await metadata.transaction(async ({ operators }) => {
      const known = await operators.findByExternalId(externalId)
      if (known?.status === 'disabled')
        throw new S3Error('AccessDenied', { message: 'This account is disabled.' })
      if (known?.name !== name) await refuseTaken(operators, name)
      const operator: Operator = {
        ...(known ?? { ...fresh, id: ids.uuid(), createdAt: clock.now() }),
        externalId,
        name,
        ...rights,
      }
      await operators.put(operator)
      return operator.id
    })
    return open({ kind: 'operator', id }, place)
  }
}

const fresh = {
  status: 'active',
  passwordHash: undefined,
  secondFactor: undefined,
  signedInAt: undefined,
} as const
