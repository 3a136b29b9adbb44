import { S3Error } from '../core/errors.ts'

const maxSkewMs = 900_000

/** Milliseconds since 1970 of a `20130524T000000Z`; undefined when it is none. */
export function parseBasicTime(text: string): number | undefined {
  if (!/^\d{8}T\d{6}Z$/.test(text)) return undefined
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 11)}:${text.slice(11, 13)}:${text.slice(13)}`
  return knownTime(iso)
}

/** Milliseconds since 1970 of an HTTP date (or the e-mail form of it, `+0000`); undefined when it is none. */
export function parseHttpTime(text: string): number | undefined {
  return /^[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d:\d\d (GMT|UTC|Z|[+-]\d{4})$/.test(text)
    ? knownTime(text)
    : undefined
}

const knownTime = (text: string) => {
  const time = Date.parse(text)
  return time >= 0 ? time : undefined
}

/** `20130524T000000Z`, as it stands in strings to sign. */
export const basicTime = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d+/g, '')

/** `2013-05-24T00:00:00Z`, as S3 writes times in errors about requests. */
export const isoTime = (time: number): string => new Date(time).toISOString().replace(/\.\d+/, '')

/** Refuses a request whose clock is more than 15 minutes off; SDKs correct theirs with the ServerTime of the error. */
export function checkSkew(time: number, now: number, asSent: string): void {
  if (Math.abs(now - time) <= maxSkewMs) return
  throw new S3Error('RequestTimeTooSkewed', {
    detail: { RequestTime: asSent, ServerTime: isoTime(now), MaxAllowedSkewMilliseconds: maxSkewMs },
  })
}

/** Refuses a signed URL outside its lifetime (milliseconds; `lifetimeSeconds` only where the URL states one). */
export function checkLifetime(
  { start, end, lifetimeSeconds }: { start?: number; end: number; lifetimeSeconds?: number },
  now: number,
): void {
  if (start !== undefined && start - now > maxSkewMs) {
    throw new S3Error('AccessDenied', {
      message: 'Request is not yet valid',
      detail: { ServerTime: isoTime(now) },
    })
  }
  if (now < end) return
  throw new S3Error('AccessDenied', {
    message: 'Request has expired',
    detail: {
      ...(lifetimeSeconds !== undefined && { 'X-Amz-Expires': lifetimeSeconds }),
      Expires: isoTime(end),
      ServerTime: isoTime(now),
    },
  })
}
