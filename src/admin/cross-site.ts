import { S3Error } from '../core/errors.ts'
import { hmacKey, hmacSha256Hex } from '../lib/hmac.ts'
import { isSame } from '../core/operators/sign-in.ts'
import type { IncomingHttpHeaders } from 'node:http'
import type { Session } from '../core/operators/session.ts'

/** What a page of the console shows beside its cookie, so that no other page can use that. */
export const csrfToken = ({ tokenHash }: Session): string => hmacSha256Hex(hmacKey(tokenHash), 'csrf')

interface Asked {
  readonly headers: IncomingHttpHeaders
  /** Of the console, as the browser sees it. */
  readonly origin: string
}

/** Throws AccessDenied for what a browser says comes from a page elsewhere: cookies know no ports. */
export function refuseOtherSites({ headers, origin }: Asked): void {
  const site = headers['sec-fetch-site']
  const isElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (isElsewhere || (headers.origin !== undefined && headers.origin !== origin))
    throw new S3Error('AccessDenied', { message: 'A page elsewhere may not use your session.' })
}

/** Throws AccessDenied for a change by cookie that does not show that it comes from the console. */
export function requireConsole(asked: Asked, session: Session): void {
  const { headers } = asked
  refuseOtherSites(asked)
  const saysWhence = headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin'
  const token = headers['x-csrf-token']
  if (saysWhence && typeof token === 'string' && isSame(token, csrfToken(session))) return
  throw new S3Error('AccessDenied', { message: 'The X-CSRF-Token header is missing or not right.' })
}
