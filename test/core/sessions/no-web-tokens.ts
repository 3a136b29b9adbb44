import { S3Error } from '../../../src/core/errors.ts'
import type { WebTokens } from '../../../src/core/sessions/web-tokens.ts'

/** Believes nobody. */
export const noWebTokens: WebTokens = { verify: () => Promise.reject(new S3Error('InvalidIdentityToken')) }
