import type { RoutingRule, Website } from '../core/buckets/website.ts'
import type { SiteRequest } from './site-request.ts'

export interface Redirect {
  readonly status: number
  readonly location: string
}

const movedPermanently = 301

/** Where a website sends everybody, to the same path and query. */
export const redirectAll = (
  { hostName, protocol }: NonNullable<Website['redirectAll']>,
  { scheme, target }: SiteRequest,
): Redirect => ({ status: movedPermanently, location: `${protocol ?? scheme}://${hostName}${target}` })

/**
 * Where the first rule that fits sends a visitor, before the object is looked for, or once that has come to an error.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html#advanced-conditional-redirects
 */
export function routed(
  rules: readonly RoutingRule[],
  request: SiteRequest,
  errorCode?: number,
): Redirect | undefined {
  const rule = rules.find(
    ({ condition }) =>
      condition?.errorCode === errorCode && request.key.startsWith(condition?.keyPrefix ?? ''),
  )
  if (!rule) return undefined
  const { protocol = request.scheme, hostName = request.host, statusCode } = rule.redirect
  return {
    status: statusCode ?? movedPermanently,
    location: `${protocol}://${hostName}/${newPath(rule, request.key)}`,
  }
}

/** What the rule puts in stands as it is written: it may begin a query. */
function newPath({ condition, redirect }: RoutingRule, key: string): string {
  if (redirect.key !== undefined) return headerSafe(redirect.key)
  if (redirect.keyPrefix === undefined) return escapeKey(key)
  return headerSafe(redirect.keyPrefix) + escapeKey(key.slice(condition?.keyPrefix?.length ?? 0))
}

/** A key as the path of a URL. */
export const escapeKey = (key: string): string => key.split('/').map(encodeURIComponent).join('/')

/** A URL whose characters can all stand in a header. */
export const headerSafe = (url: string): string => url.replace(/[^\x21-\x7e]/gu, encodeURIComponent)
