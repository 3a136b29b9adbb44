import { giveSession } from './session-calls.ts'
import { openChallenges, passkeyDenied } from '../passkey-challenges.ts'
import { webauthn } from '../webauthn.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

/** Whoever holds a passkey may answer a challenge. */
const anybody = ''

/** Signing in with a passkey: https://www.w3.org/TR/webauthn-3/ */
export function passkeySignInCalls({
  catalog,
  clock,
  operators,
}: Pick<Core, 'catalog' | 'clock' | 'operators'>) {
  const challenges = openChallenges(clock)
  return {
    beginPasskeySignIn: async (_: unknown, { origin }: CallContext) => {
      const { generateAuthenticationOptions } = await webauthn()
      const options = await generateAuthenticationOptions({
        rpID: new URL(origin).hostname,
        userVerification: 'required',
      })
      challenges.put(options.challenge, anybody)
      return { ...options }
    },
    signInByPasskey: async ({ credential }: InputOf<'signInByPasskey'>, context: CallContext) => {
      const { place, origin } = context
      const passkey = await operators.findPasskey(credential.id)
      if (!passkey) return passkeyDenied()
      const { verifyAuthenticationResponse } = await webauthn()
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: credential,
        expectedChallenge: challenges.isFor(anybody),
        expectedOrigin: origin,
        expectedRPID: new URL(origin).hostname,
        credential: {
          id: passkey.id,
          publicKey: new Uint8Array(passkey.publicKey),
          counter: passkey.counter,
          transports: [...passkey.transports],
        },
      }).catch(passkeyDenied)
      if (!verified) return passkeyDenied()
      const opened = await operators.signInByPasskey(passkey, authenticationInfo.newCounter, place)
      return giveSession({ operators, catalog }, opened, context)
    },
  }
}
