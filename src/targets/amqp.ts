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
  const address = new URL(url)
  Object.assign(address, {
    pathname: `/${encodeURIComponent(url.searchParams.get('vhost') ?? '/')}`,
    search: '',
  })
  const connection = reconnecting(
    async () => {
      const { connect } = await import('amqplib')
      const broker = await connect(address.href, { timeout: patienceMs })
      const channel = await broker.createConfirmChannel()
      // What fails is told by the publication that it fails.
      for (const emitter of [broker, channel]) emitter.on('error', () => undefined)
      return { broker, channel }
    },
    ({ broker }) => broker.close(),
  )
  return {
    send: (document) =>
      connection.use(({ channel }) => {
        const options = { persistent: true, mandatory: true, contentType: 'application/json' }
        const published = new Promise<void>((resolve, reject) => {
          const unroutable = () => {
            reject(new Error('The broker has no queue for it.'))
          }
          const gone = () => {
            reject(new Error('The broker has closed the channel.'))
          }
          channel.once('return', unroutable).once('close', gone)
          channel.publish(exchange, routingKey, Buffer.from(document), options, (error: unknown) => {
            channel.off('return', unroutable).off('close', gone)
            if (error) reject(error instanceof Error ? error : new Error('The broker has refused it.'))
            else resolve()
          })
        })
        return inTime(published)
      }),
    close: connection.close,
  }
}
