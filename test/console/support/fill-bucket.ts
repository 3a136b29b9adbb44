import { expect } from 'chai'
import { createClient, type Target, type TestRequest } from '../../support/signed-request.ts'

/** Puts small objects into a bucket; each holds its own key. */
export async function fillBucket(target: Target, bucket: string, keys: readonly string[]): Promise<void> {
  const requests = keys.map((key) => ({ method: 'PUT', path: `${bucket}/${key}`, body: key }))
  await sendAll(target, requests)
}

/** Sends requests of S3, all of which have to succeed. */
export async function sendAll(target: Target, requests: readonly TestRequest[]): Promise<void> {
  const client = createClient(target)
  try {
    const answers = await Promise.all(requests.map((request) => client.send(request)))
    for (const { status, body } of answers) expect(status, String(body)).to.be.below(300)
  } finally {
    client.close()
  }
}

/** An object as S3 answers it. */
export async function readObject(target: Target, path: string) {
  const client = createClient(target)
  try {
    return await client.send({ method: 'GET', path })
  } finally {
    client.close()
  }
}
