import type { Bearer } from '../api-keys/bearer.ts'

/** GET covers HEAD; POST is a browser's form. */
export type LinkMethod = 'GET' | 'PUT' | 'POST'

/** What a signed link allows to whoever has it. */
export interface LinkTerms {
  readonly bucket: string
  /** Of POST it may end in a slash: then the object gets a name of its own below it. */
  readonly key: string
  readonly method: LinkMethod
  /** Seconds since 1970. */
  readonly expires: number
  /** What a download is to be called. */
  readonly fileName?: string | undefined
  /** The query that says how an image is to come. */
  readonly transform?: string | undefined
  /** Of a link that is on record, and can be revoked. */
  readonly linkId?: string | undefined
}

/** A link as it was found to be right; its bearer is the key that signed it. */
export interface OpenedLink extends Bearer {
  readonly terms: LinkTerms
  /** Absent for what is not on record. */
  readonly shared: SharedLink | undefined
}

/** A link on record. */
export interface SharedLink {
  readonly id: string
  readonly projectId: string
  readonly apiKeyId: string
  readonly bucket: string
  readonly key: string
  readonly method: LinkMethod
  readonly isSingleUse: boolean
  /** These in milliseconds since 1970. */
  readonly createdAt: number
  readonly expiresAt: number
  /** Of a single-use link: when it was; undefined: not yet. */
  readonly usedAt: number | undefined
}
