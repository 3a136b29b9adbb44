import type { Answer, Client } from './signed-request.ts'
import { escaped, textOf } from './xml-text.ts'

export interface SentPart {
  readonly partNumber: number
  /** With its quotes. */
  readonly etag: string
}

/** Begins an upload and gives its id. */
export async function createUpload(
  client: Client,
  path: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await client.send({ method: 'POST', path, query: { uploads: '' }, headers })
  const uploadId = textOf(answer.body, 'UploadId')
  if (answer.status !== 200 || uploadId === undefined) throw new Error(`No upload: ${answer.body.toString()}`)
  return uploadId
}

export async function uploadPart(
  client: Client,
  path: string,
  {
    uploadId,
    partNumber,
    body,
  }: { readonly uploadId: string; readonly partNumber: number; readonly body: Buffer },
): Promise<SentPart> {
  const query = { uploadId, partNumber: String(partNumber) }
  const { status, headers, body: words } = await client.send({ method: 'PUT', path, query, body })
  if (status !== 200) throw new Error(`No part: ${words.toString()}`)
  return { partNumber, etag: headers.etag ?? '' }
}

export const completeUpload = (
  client: Client,
  path: string,
  {
    uploadId,
    parts,
    headers = {},
  }: {
    readonly uploadId: string
    readonly parts: readonly SentPart[]
    readonly headers?: Record<string, string>
  },
): Promise<Answer> =>
  client.send({ method: 'POST', path, query: { uploadId }, headers, body: completion(parts) })

const completion = (parts: readonly SentPart[]) =>
  `<CompleteMultipartUpload>${parts
    .map(
      ({ partNumber, etag }) =>
        `<Part><PartNumber>${String(partNumber)}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`,
    )
    .join('')}</CompleteMultipartUpload>`
