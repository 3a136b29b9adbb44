import { randomUUID } from 'node:crypto'
import { inTime, patienceMs } from './in-time.ts'
import { reconnecting } from './reconnecting.ts'
import type { Sender } from './sender.ts'

/**
 * Publishes to an exchange that exists, `amqp://HOST/EXCHANGE?routingKey=KEY` (`vhost` names another than `/`), or without an exchange to the queue that
 * the routing key names. An event is taken once the broker has confirmed it.
 */
export function amqpSender(url: URL): Sender {
  const exchange = decodeURIComponent(url.pathname.slice(1))
  const routingKey = url.searchParams.get('routingKey') ?? ''
  const connection = reconnecting(
    () => openChannel(url),
    ({ broker }) => broker.close(),
  )
  return {
    send: (document) =>
      connection.use(({ channel, returned }) => {
        const messageId = randomUUID()
        const options = { messageId, persistent: true, mandatory: true, contentType: 'application/json' }
        const published = new Promise<void>((resolve, reject) => {
          channel.publish(exchange, routingKey, Buffer.from(document), options, (error: unknown) => {
            // What no queue wants comes back before it is confirmed.
            if (returned.delete(messageId)) reject(new Error('The broker has no queue for it.'))
            else if (error) reject(error instanceof Error ? error : new Error('The broker has refused it.'))
            else resolve()
          })
        })
        return inTime(published)
      }),
    close: connection.close,
  }
}

async function openChannel(url: URL) {
  const address = new URL(url)
  const vhost = encodeURIComponent(url.searchParams.get('vhost') ?? '/')
  Object.assign(address, { pathname: `/${vhost}`, search: '' })
  const { connect } = await import('amqplib')
  const broker = await connect(address.href, { timeout: patienceMs })
  const channel = await broker.createConfirmChannel()
  // What fails is told by the publication that it fails.
  for (const emitter of [broker, channel]) emitter.on('error', () => undefined)
  /** Ids of messages that came back. */
  const returned = new Set<unknown>()
  channel.on('return', ({ properties }: { readonly properties: { readonly messageId: unknown } }) => {
    returned.add(properties.messageId)
  })
  return { broker, channel, returned }
}
