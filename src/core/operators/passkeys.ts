import { S3Error } from '../errors.ts'
import { openSession } from './sessions.ts'
import type { Parts } from '../parts.ts'
import type { Passkey } from './passkey.ts'
import type { SessionPlace } from './session.ts'

type PasskeyParts = Pick<Parts, 'metadata' | 'clock' | 'ids' | 'settings'>

export const addPasskey =
  ({ metadata, clock }: PasskeyParts) =>
  async (key: Omit<Passkey, 'createdAt' | 'usedAt'>): Promise<Passkey> => {
    const passkey = { ...key, createdAt: clock.now(), usedAt: undefined }
    await metadata.transaction(({ operators }) => operators.addPasskey(passkey))
    return passkey
  }

/** Throws NoSuchEntity. */
export const removePasskey =
  ({ metadata }: PasskeyParts) =>
  (operatorId: string, id: string): Promise<void> =>
    metadata.transaction(async ({ operators }) => {
      if (await operators.removePasskey(operatorId, id)) return
      throw new S3Error('NoSuchEntity', { message: 'There is no such passkey.' })
    })

/** Lets the holder of a passkey in, whose signature has been verified. Throws AccessDenied. */
export const signInByPasskey = (parts: PasskeyParts) => {
  const { metadata, clock } = parts
  const open = openSession(parts)
  return async ({ id, operatorId }: Passkey, counter: number, place: SessionPlace) => {
    const operator = await metadata.operators.find(operatorId)
    if (operator?.status !== 'active')
      throw new S3Error('AccessDenied', { message: 'This account is disabled.' })
    await metadata.transaction(({ operators }) => operators.usePasskey(id, { counter, usedAt: clock.now() }))
    return open({ kind: 'operator', id: operatorId }, place)
  }
}
