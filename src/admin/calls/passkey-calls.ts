import { openChallenges, passkeyDenied } from '../passkey-challenges.ts'
import { operatorOf } from './session-calls.ts'
import { webauthn } from '../webauthn.ts'
import { isoTime } from '../../lib/iso-time.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { Passkey } from '../../core/operators/passkey.ts'

const rpName = 'Seau'

/** Each about their own passkeys: https://www.w3.org/TR/webauthn-3/ */
export function passkeyCalls({ clock, operators }: Pick<Core, 'clock' | 'operators'>) {
  const challenges = openChallenges(clock)
  return {
    listPasskeys: async (_: unknown, { actor }: CallContext) => ({
      passkeys: (await operators.listPasskeys(operatorOf(actor).id)).map(passkeyOutput),
    }),
    beginPasskey: async (_: unknown, { actor, origin }: CallContext) => {
      const { id, name } = operatorOf(actor)
      const known = await operators.listPasskeys(id)
      const { generateRegistrationOptions } = await webauthn()
      const options = await generateRegistrationOptions({
        rpName,
        rpID: new URL(origin).hostname,
        userName: name,
        userID: new TextEncoder().encode(id),
        excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      challenges.put(options.challenge, id)
      return { ...options }
    },
    addPasskey: async ({ name, credential }: InputOf<'addPasskey'>, { actor, origin }: CallContext) => {
      const { id: operatorId } = operatorOf(actor)
      const { verifyRegistrationResponse } = await webauthn()
      const { registrationInfo } = await verifyRegistrationResponse({
        response: credential,
        expectedChallenge: challenges.isFor(operatorId),
        expectedOrigin: origin,
        expectedRPID: new URL(origin).hostname,
      }).catch(passkeyDenied)
      if (!registrationInfo) return passkeyDenied()
      const { id, publicKey, counter } = registrationInfo.credential
      const { transports = [] } = credential.response
      const key = { id, operatorId, name, publicKey: Buffer.from(publicKey), counter, transports }
      return passkeyOutput(await operators.addPasskey(key))
    },
    deletePasskey: ({ id }: InputOf<'deletePasskey'>, { actor }: CallContext) =>
      operators.removePasskey(operatorOf(actor).id, id),
  }
}

const passkeyOutput = ({ id, name, createdAt, usedAt }: Passkey) => ({
  id,
  name,
  createdAt: isoTime(createdAt),
  usedAt: usedAt === undefined ? null : isoTime(usedAt),
})
