import { inTime, patienceMs } from './in-time.ts'
import { reconnecting } from './reconnecting.ts'
import type { Sender } from './sender.ts'

/** Appends events to a list, or publishes them on a channel: `redis://HOST/KEY?mode=list` (as without a mode) or `pubsub`. */
export function redisSender(url: URL): Sender {
  const key = decodeURIComponent(url.pathname.slice(1))
  const isList = url.searchParams.get('mode') !== 'pubsub'
  const address = new URL(url)
  Object.assign(address, { pathname: '', search: '' })
  const connection = reconnecting(
    async () => {
      const { createClient } = await import('redis')
      const client = createClient({
        url: address.href,
        disableOfflineQueue: true,
        socket: { connectTimeout: patienceMs, reconnectStrategy: false },
      })
      // What fails is told by the command that it fails; without a listener it would end the process.
      client.on('error', () => undefined)
      return client.connect()
    },
    (client) => {
      client.destroy()
    },
  )
  return {
    send: (document) =>
      connection.use(async (client) => {
        await inTime(isList ? client.rPush(key, document) : client.publish(key, document))
      }),
    close: connection.close,
  }
}
