import { createHash } from 'node:crypto'
import { awsOptions } from './aws-options.ts'
import { inTime } from './in-time.ts'
import { reconnecting } from './reconnecting.ts'
import type { Sender } from './sender.ts'

/** Sends events to a queue of SQS, `sqs+https://KEY:SECRET@HOST/ACCOUNT/QUEUE`; in a FIFO queue those of an object stay in order. */
export function sqsSender(url: URL): Sender {
  const options = awsOptions(url)
  const queueUrl = options.endpoint + url.pathname
  const connection = reconnecting(
    async () => {
      const { SQSClient, SendMessageCommand } = await import('@aws-sdk/client-sqs')
      return { client: new SQSClient(options), SendMessageCommand }
    },
    ({ client }) => {
      client.destroy()
    },
  )
  return {
    send: (document, { key }) =>
      connection.use(async ({ client, SendMessageCommand }) => {
        const message = { QueueUrl: queueUrl, MessageBody: document, ...fifoOptions(queueUrl, key, document) }
        await inTime(client.send(new SendMessageCommand(message)))
      }),
    close: connection.close,
  }
}

/** What only FIFO queues and topics take. */
export const fifoOptions = (name: string, key: string, document: string) =>
  name.endsWith('.fifo') ? { MessageGroupId: digest(key), MessageDeduplicationId: digest(document) } : {}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
