import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { InputOf, OutputOf } from '../../../admin/contract.ts'

const ipAddress = /^(\d+\.){3}\d+$|^\[/

/** Passkeys belong to a host name, and are only for pages that nobody on the way can have changed. */
export const canUsePasskeys = (): boolean =>
  window.isSecureContext && 'PublicKeyCredential' in window && !ipAddress.test(window.location.hostname)

/** Has the browser make a passkey. Throws what WebAuthn throws. */
export async function newPasskeyCredential(
  options: OutputOf<'beginPasskey'>,
): Promise<InputOf<'addPasskey'>['credential']> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { clientExtensionResults, ...made } = await startRegistration({
    // The server has made them for exactly this.
    optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
  })
  return { ...made, clientExtensionResults: { ...clientExtensionResults } }
}

/** Has the browser ask for a passkey. Throws what WebAuthn throws. */
export async function passkeyCredential(
  options: OutputOf<'beginPasskeySignIn'>,
): Promise<InputOf<'signInByPasskey'>['credential']> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { clientExtensionResults, ...used } = await startAuthentication({
    optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
  })
  return { ...used, clientExtensionResults: { ...clientExtensionResults } }
}
