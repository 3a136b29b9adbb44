import { bucketSender, type S3Answer, type S3Request } from './s3-request.ts'
import { replicaHeaders } from './replica-headers.ts'
import {
  replicaMark,
  type ReplicaContent,
  type ReplicaTarget,
  type ReplicaTargets,
} from '../core/replication/replica-target.ts'
import { targetName } from '../core/events/target.ts'

/** The buckets elsewhere that the operator has named, each with its URL. */
export const openReplicaTargets = (urls: Readonly<Record<string, string>>): ReplicaTargets =>
  new Map(
    Object.entries(urls).map(([name, url]) => [targetName(name), s3Bucket(targetName(name), new URL(url))]),
  )

/** A bucket of any store that speaks S3. */
function s3Bucket(name: string, url: URL): ReplicaTarget {
  const sendAny = bucketSender(url)
  const send = async (request: S3Request): Promise<S3Answer> => {
    const answer = await sendAny(request)
    if (answer.status >= 200 && answer.status < 300) return answer
    const code = /<Code>([^<]*)<\/Code>/.exec(answer.body)?.[1] ?? ''
    throw new Error(`The destination answered ${String(answer.status)} ${code}`.trim())
  }
  return {
    name,
    async findCopied(key) {
      const { headers } = await sendAny({ method: 'HEAD', key })
      return headers[`x-amz-meta-${replicaMark}`] as string | undefined
    },
    async put(content, signal) {
      const [first, ...others] = content.parts
      if (first && others.length === 0) {
        const { key } = content
        const body = await first.open()
        await send({ method: 'PUT', key, headers: replicaHeaders(content), body, size: first.size, signal })
      } else await putParts(send, content, signal)
    },
    async mark(key, versionId) {
      await send({ method: 'DELETE', key, headers: { [`x-amz-meta-${replicaMark}`]: versionId } })
    },
  }
}

type Send = (request: S3Request) => Promise<S3Answer>

async function putParts(send: Send, content: ReplicaContent, signal: AbortSignal): Promise<void> {
  const { key, parts } = content
  const created = await send({
    method: 'POST',
    key,
    query: 'uploads=',
    headers: replicaHeaders(content),
    signal,
  })
  const uploadId = encodeURIComponent(/<UploadId>([^<]*)<\/UploadId>/.exec(created.body)?.[1] ?? '')
  try {
    const elements: string[] = []
    for (const [n, part] of parts.entries()) {
      const partNumber = String(n + 1)
      const query = `partNumber=${partNumber}&uploadId=${uploadId}`
      const body = await part.open()
      const { headers } = await send({ method: 'PUT', key, query, body, size: part.size, signal })
      elements.push(`<Part><PartNumber>${partNumber}</PartNumber><ETag>${headers.etag ?? ''}</ETag></Part>`)
    }
    const body = `<CompleteMultipartUpload>${elements.join('')}</CompleteMultipartUpload>`
    const completed = await send({ method: 'POST', key, query: `uploadId=${uploadId}`, body, signal })
    // S3 may say 200 before it knows.
    if (completed.body.includes('<Error>')) throw new Error('The destination could not complete the upload.')
  } catch (error) {
    await send({ method: 'DELETE', key, query: `uploadId=${uploadId}` }).catch(() => undefined)
    throw error
  }
}
