import { awsOptions } from './aws-options.ts'
import { inTime } from './in-time.ts'
import { reconnecting } from './reconnecting.ts'
import { fifoOptions } from './sqs.ts'
import type { Sender } from './sender.ts'

/** Publishes events on a topic of SNS, `sns+https://KEY:SECRET@HOST/TOPIC-ARN`. */
export function snsSender(url: URL): Sender {
  const options = awsOptions(url)
  const topicArn = decodeURIComponent(url.pathname.slice(1))
  const connection = reconnecting(
    async () => {
      const { SNSClient, PublishCommand } = await import('@aws-sdk/client-sns')
      return { client: new SNSClient(options), PublishCommand }
    },
    ({ client }) => {
      client.destroy()
    },
  )
  return {
    send: (document, { key }) =>
      connection.use(async ({ client, PublishCommand }) => {
        const message = {
          TopicArn: topicArn,
          Subject: 'Amazon S3 Notification',
          Message: document,
          ...fifoOptions(topicArn, key, document),
        }
        await inTime(client.send(new PublishCommand(message)))
      }),
    close: connection.close,
  }
}
