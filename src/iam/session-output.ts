import type { IssuedSession } from '../core/sessions/issue-session.ts'

/** A temporary key, and how much of the room for what is packed into its token is used. */
export const sessionOutput = ({ credentials, packedPolicySize }: IssuedSession) => ({
  Credentials: {
    AccessKeyId: credentials.accessKeyId,
    SecretAccessKey: credentials.secretAccessKey,
    SessionToken: credentials.sessionToken,
    Expiration: new Date(credentials.expiresAt),
  },
  PackedPolicySize: packedPolicySize,
})
