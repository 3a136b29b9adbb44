import { IAMClient } from '@aws-sdk/client-iam'
import { S3Client } from '@aws-sdk/client-s3'
import { STSClient } from '@aws-sdk/client-sts'
import type { TestServer } from '../support/server.ts'

interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** AWS's own clients of a server, for its root unless told. */
export function clientsOf({ url, credentials: root }: TestServer, credentials: Credentials = root) {
  const options = { endpoint: url, region: 'us-east-1', credentials, maxAttempts: 1 }
  return {
    iam: new IAMClient(options),
    sts: new STSClient(options),
    s3: new S3Client({ ...options, forcePathStyle: true }),
  }
}
