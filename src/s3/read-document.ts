import type { IncomingHttpHeaders } from 'node:http'
import { S3Error } from '../core/errors.ts'
import { checkClaims } from '../core/objects/check-claims.ts'
import { digestsOf } from '../lib/digests.ts'
import { loadChecksums } from '../lib/checksum.ts'
import { uploadBody, type IncomingBody } from './upload-body.ts'
import type { DigestClaims } from '../core/objects/digest-claims.ts'
import type { ChecksumAlgorithm } from '../lib/checksum.ts'
import type { Codec } from '../protocol/codec.ts'
import type { PayloadForm } from '../protocol/payload-form.ts'

/** S3's limit for the largest documents (CompleteMultipartUpload, DeleteObjects), in bytes. */
const maxDocumentBytes = 2 * 1024 * 1024

type DocumentRules = Pick<Codec<unknown, object>, 'needsChecksum' | 'hasChecksumMembers'>

/** The XML or JSON document of a request, whole and verified. Throws MaxMessageLengthExceeded, InvalidRequest, BadDigest. */
export async function readDocument(
  incoming: IncomingBody,
  payload: PayloadForm,
  rules: DocumentRules,
): Promise<Buffer> {
  const { headers } = incoming.request
  if (Number(headers['content-length'] ?? 0) > maxDocumentBytes) throw tooLong()
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined)
    return Buffer.alloc(0)
  const about = rules.hasChecksumMembers ? { ...incoming, headers: withoutChecksums(headers) } : incoming
  const body = uploadBody(about, payload)
  const data = body.size === undefined ? await bounded(body.stream()) : await body.readAll()
  await verify(data, body.claims(), rules)
  return data
}

async function verify(data: Buffer, claims: DigestClaims, { needsChecksum }: DocumentRules): Promise<void> {
  const algorithms: ChecksumAlgorithm[] = [...(claims.checksums?.keys() ?? [])]
  if (claims.md5) algorithms.push('MD5')
  if (needsChecksum && algorithms.length === 0) throw missingChecksum()
  if (claims.sha256 !== undefined) algorithms.push('SHA256')
  await loadChecksums(algorithms)
  checkClaims(claims, digestsOf(data, algorithms))
}

/** The checksum of CompleteMultipartUpload is that of the object. */
const withoutChecksums = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('x-amz-checksum-')))

async function bounded(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > maxDocumentBytes) throw tooLong()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const tooLong = () =>
  new S3Error('MaxMessageLengthExceeded', { detail: { MaxMessageLengthBytes: maxDocumentBytes } })
const missingChecksum = () =>
  new S3Error('InvalidRequest', {
    message: 'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
  })
