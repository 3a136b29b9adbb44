import { z } from 'zod'
import { everyone, signedIn } from './access.ts'
import { endpoint, moment, noInput, nothing } from './endpoint.ts'
import { sessionSchema } from './session.ts'

const passkeySchema = z.object({
  id: z.string(),
  /** What its holder calls it. */
  name: z.string(),
  createdAt: moment,
  usedAt: moment.nullable(),
})

/** As the browser's WebAuthn API puts it: https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON */
const optionsSchema = z.record(z.string(), z.unknown())

const credential = {
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).exactOptional(),
  clientExtensionResults: z.record(z.string(), z.unknown()),
}

const newCredentialSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string()).exactOptional(),
  }),
})

const usedCredentialSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().exactOptional(),
  }),
})

export const passkeyEndpoints = {
  listPasskeys: endpoint({
    method: 'get',
    path: '/session/passkeys',
    summary: 'One’s own passkeys, oldest first.',
    status: 200,
    access: signedIn,
    input: noInput,
    output: z.object({ passkeys: z.array(passkeySchema) }),
  }),
  beginPasskey: endpoint({
    method: 'post',
    path: '/session/passkeys/options',
    summary: 'What the browser has to be told to make a passkey.',
    status: 200,
    access: signedIn,
    input: noInput,
    output: optionsSchema,
  }),
  addPasskey: endpoint({
    method: 'post',
    path: '/session/passkeys',
    summary: 'Lets one sign in with a passkey that the browser has made.',
    status: 201,
    access: signedIn,
    input: z.object({ name: z.string().min(1).max(128), credential: newCredentialSchema }),
    output: passkeySchema,
  }),
  deletePasskey: endpoint({
    method: 'delete',
    path: '/session/passkeys/:id',
    summary: 'Deletes one of one’s own passkeys.',
    status: 204,
    access: signedIn,
    input: z.object({ id: z.string() }),
    output: nothing,
  }),
  beginPasskeySignIn: endpoint({
    method: 'post',
    path: '/session/passkey/options',
    summary: 'What the browser has to be told to sign in with a passkey.',
    status: 200,
    access: everyone,
    input: noInput,
    output: optionsSchema,
  }),
  signInByPasskey: endpoint({
    method: 'post',
    path: '/session/passkey',
    summary:
      'Signs in with a passkey, which is a second factor too; the answer sets the cookie of the session.',
    status: 201,
    access: everyone,
    input: z.object({ credential: usedCredentialSchema }),
    output: sessionSchema,
  }),
}
