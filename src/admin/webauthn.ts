/** Some 300 modules: they are loaded when the first passkey is used. */
export const webauthn = () => import('@simplewebauthn/server')
