import { inTime, patienceMs } from './in-time.ts'
import { reconnecting } from './reconnecting.ts'
import { loginOf, type Sender } from './sender.ts'

/** Publishes on a subject, `nats://HOST/SUBJECT`; an event is taken once the server has answered a ping behind it. */
export function natsSender(url: URL): Sender {
  const subject = decodeURIComponent(url.pathname.slice(1))
  const login = loginOf(url)
  const connection = reconnecting(
    async () => {
      const { connect } = await import('@nats-io/transport-node')
      return connect({
        servers: url.host,
        timeout: patienceMs,
        reconnect: false,
        ...(login && { user: login.user, pass: login.password }),
      })
    },
    (nats) => nats.close(),
  )
  return {
    send: (document) =>
      connection.use(async (nats) => {
        nats.publish(subject, document)
        await inTime(nats.flush())
      }),
    close: connection.close,
  }
}
