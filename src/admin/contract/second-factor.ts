import { z } from 'zod'
import { signedIn } from './access.ts'
import { endpoint, noInput, nothing } from './endpoint.ts'

const codeInput = z.object({ code: z.string().max(64) })

export const secondFactorEndpoints = {
  beginSecondFactor: endpoint({
    method: 'post',
    path: '/session/second-factor',
    summary: 'Makes a secret for an authenticator app; it counts once a code of it has been shown.',
    status: 201,
    access: signedIn,
    input: noInput,
    output: z.object({
      /** In base32. */
      secret: z.string(),
      /** The same for a QR code. */
      url: z.string(),
    }),
  }),
  confirmSecondFactor: endpoint({
    method: 'post',
    path: '/session/second-factor/confirm',
    summary: 'Has codes asked for at each sign-in; the recovery codes are shown only here.',
    status: 200,
    access: signedIn,
    input: codeInput,
    output: z.object({ recoveryCodes: z.array(z.string()) }),
  }),
  dropSecondFactor: endpoint({
    method: 'delete',
    path: '/session/second-factor',
    summary: 'Lets one sign in without a code again.',
    status: 204,
    access: signedIn,
    input: codeInput,
    output: nothing,
  }),
}
