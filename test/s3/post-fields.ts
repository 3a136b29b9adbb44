import { createHmac } from 'node:crypto'
import type { TemporaryCredentials } from '../../src/core/sessions/issue-session.ts'

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The fields of a form that a temporary key has signed, with a policy that allows them as they are. */
export function postFields(
  { accessKeyId, secretAccessKey, sessionToken }: TemporaryCredentials,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const dateTime = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const date = dateTime.slice(0, 8)
  const signed = {
    ...fields,
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${accessKeyId}/${date}/us-east-1/s3/aws4_request`,
    'x-amz-date': dateTime,
    'x-amz-security-token': sessionToken,
  }
  const conditions = Object.entries(signed).map(([name, value]) =>
    name === 'key' ? ['starts-with', '$key', ''] : { [name]: value },
  )
  const expiration = new Date(Date.now() + 60_000).toISOString()
  const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64')
  const key = ['us-east-1', 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secretAccessKey}`, date))
  return { ...signed, policy, 'x-amz-signature': hmac(key, policy).toString('hex') }
}
