import type { NotificationTarget } from '../core/events/target.ts'

/** What a kind of target does; it connects when it first sends. */
export type Sender = Pick<NotificationTarget, 'send' | 'close'>

/** User and password of a URL, decoded; undefined when it names no user. */
export const loginOf = ({ username, password }: URL): { user: string; password: string } | undefined =>
  username === '' && password === ''
    ? undefined
    : { user: decodeURIComponent(username), password: decodeURIComponent(password) }
