import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto'
import { checkedText, randomText, withChecksum } from '../../lib/checked-token.ts'

/** Tells scanners of leaked keys, and people, what they have found. */
const prefix = 'seau_'
const idLength = 12
const secretLength = 32
const form = new RegExp(`^${prefix}([0-9A-Za-z]{${String(idLength)}})[0-9A-Za-z]{${String(secretLength)}}$`)

export const newApiKeyId = (): string => randomText(idLength)

/** `seau_`, the id of the key, a secret, a checksum: one word of letters and digits. */
export const newToken = (id: string): string => withChecksum(prefix + id + randomText(secretLength))

/** The id of the key that a token is of; undefined for what is no token, or was mistyped. */
export const idOfToken = (token: string): string | undefined => form.exec(checkedText(token) ?? '')?.[1]

/** Of a token, in hexadecimal. A token has 190 random bits: a slow hash would protect it no better. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** In a time that tells nothing of where they differ. */
export const isTokenOf = (token: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(hash))

/** What links are signed with; whoever has the token can make links without asking the server. */
export const linkSecretOf = (token: string): string =>
  Buffer.from(hkdfSync('sha256', token, '', 'seau signed links', 32)).toString('base64')
