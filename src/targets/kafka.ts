import type * as kafkajs from 'kafkajs'
import { inTime, patienceMs } from './in-time.ts'
import { reconnecting } from './reconnecting.ts'
import { loginOf, type Sender } from './sender.ts'

type Library = Pick<typeof kafkajs, 'Kafka' | 'logLevel'>

/**
 * Writes events to a topic, `kafka://HOST:PORT/TOPIC?tls=on`, where all replicas in sync must have them; those of an object go to one partition. User and
 * password are for SASL, whose mechanism is `plain` unless `mechanism` is `scram-sha-256` or `scram-sha-512`.
 */
export function kafkaSender(url: URL, load: () => Promise<Library> = () => import('kafkajs')): Sender {
  const topic = decodeURIComponent(url.pathname.slice(1))
  const login = loginOf(url)
  const connection = reconnecting(
    async () => {
      const { Kafka, logLevel } = await load()
      const kafka = new Kafka({
        clientId: 'seau',
        brokers: [url.host],
        ssl: url.searchParams.get('tls') === 'on',
        ...(login && { sasl: saslOf(login, url.searchParams.get('mechanism')) }),
        connectionTimeout: patienceMs,
        requestTimeout: patienceMs,
        retry: { retries: 0 },
        logLevel: logLevel.NOTHING,
      })
      const producer = kafka.producer()
      await producer.connect()
      return producer
    },
    (producer) => producer.disconnect(),
  )
  return {
    send: (document, { key }) =>
      connection.use(async (producer) => {
        await inTime(producer.send({ topic, acks: -1, messages: [{ key, value: document }] }), 2 * patienceMs)
      }),
    close: connection.close,
  }
}

function saslOf(
  { user: username, password }: { user: string; password: string },
  mechanism: string | null,
): kafkajs.SASLOptions {
  if (mechanism === 'scram-sha-256') return { mechanism, username, password }
  if (mechanism === 'scram-sha-512') return { mechanism, username, password }
  return { mechanism: 'plain', username, password }
}
