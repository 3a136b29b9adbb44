import { send } from '../s3/send.ts'
import type { Exchange } from '../s3/exchange.ts'
import type { Page } from './open-page.ts'
import type { Redirect } from './redirect.ts'

export const sendPage = (exchange: Exchange, page: Page | Redirect): Promise<void> =>
  'location' in page ? sendRedirect(exchange, page) : send(exchange, page)

export const sendRedirect = (exchange: Exchange, { status, location }: Redirect): Promise<void> =>
  send(exchange, { status, headers: ['Location', location], body: undefined })
