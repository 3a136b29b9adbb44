import type { Context } from 'koa'
import type { SessionCookie } from './call-context.ts'

export const cookieName = 'seau_session'

/** A cookie has one path: the session's is given once for each. */
const paths = ['/admin', '/console']

/** What the answer to a request does to the browser's session; `isSecure`: only over HTTPS. */
export const sessionCookie = (ctx: Context, { isSecure }: { readonly isSecure: boolean }): SessionCookie => {
  const set = (value: string, expires: Date) => {
    for (const path of paths)
      ctx.append(
        'Set-Cookie',
        `${cookieName}=${value}; Path=${path}; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`,
      )
  }
  return {
    give: (token, expiresAt) => {
      set(token, new Date(expiresAt))
    },
    drop: () => {
      set('', new Date(0))
    },
  }
}
