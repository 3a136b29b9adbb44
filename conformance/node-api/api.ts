// The API for files that an author describes: multer takes a form's file, which the AWS SDK stores under a unique key and
// streams back. Nothing stays in the process, so that any number of them can serve one bucket. It prints its port.
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import multer from 'multer'

/** Address and credentials come from AWS's variables. */
const s3 = new S3Client({ forcePathStyle: true })
const Bucket = process.env['CONFORMANCE_BUCKET']

const acceptFile = multer({ dest: '.', defParamCharset: 'utf8' }).single('file')
type Form = Parameters<typeof acceptFile>[0]
type Answer = Parameters<typeof acceptFile>[1]

/** The file of a form, put aside on this machine. */
const formFile = (request: IncomingMessage, response: ServerResponse) =>
  new Promise<Express.Multer.File>((settle, reject) => {
    const form = request as Form
    acceptFile(form, response as Answer, (error: unknown) => {
      if (form.file) settle(form.file)
      else reject(error instanceof Error ? error : new Error('The form has no file.'))
    })
  })

async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { originalname: name, mimetype: type, path, size } = await formFile(request, response)
  const id = `${randomUUID()}${extname(name)}`
  try {
    const file = { Body: createReadStream(path), ContentLength: size, ContentType: type }
    await s3.send(
      new PutObjectCommand({ Bucket, Key: id, ...file, Metadata: { name: encodeURIComponent(name) } }),
    )
  } finally {
    await rm(path)
  }
  sendJson(response, 201, { id, size })
}

async function download(id: string, response: ServerResponse): Promise<void> {
  const { Body, ContentLength, ContentType, Metadata } = await s3.send(
    new GetObjectCommand({ Bucket, Key: id }),
  )
  if (!(Body instanceof Readable)) throw new Error('The answer has no body.')
  response.writeHead(200, {
    'Content-Type': ContentType,
    'Content-Length': ContentLength,
    'Content-Disposition': `attachment; filename*=UTF-8''${Metadata?.['name'] ?? id}`,
  })
  await pipeline(Body, response)
}

async function remove(id: string, response: ServerResponse): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket, Key: id }))
  response.writeHead(204).end()
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '' } = request
  const id = decodeURIComponent(url.slice(1))
  if (method === 'POST') return upload(request, response)
  if (method === 'DELETE') return remove(id, response)
  if (id === 'memory') {
    sendJson(response, 200, { peakKib: process.resourceUsage().maxRSS })
    return
  }
  return download(id, response)
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
  sendJson(response, status === 404 ? 404 : 502, { message: String(error) })
}

function sendJson(response: ServerResponse, status: number, document: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(document))
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    refuse(response, error)
  })
})
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port)
})
process.stdin.resume().once('end', () => process.exit()) // ends with whoever started it
