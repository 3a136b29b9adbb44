import { renderHead } from '../../conformance/wire/request.ts'
import type { RunningServer } from './servers.ts'
import type { WireRequest } from './load.ts'

const headersOf = ({ port }: RunningServer, apiKey: string) => ({
  host: `127.0.0.1:${String(port)}`,
  authorization: `Bearer ${apiKey}`,
})

/** A GET of the console's port. `target` is encoded. */
export const keyedGet = (server: RunningServer, target: string, apiKey: string): WireRequest => ({
  head: Buffer.from(renderHead('GET', target, headersOf(server, apiKey))),
})

interface Upload {
  readonly bucket: string
  readonly name: string
  readonly apiKey: string
  readonly body: Buffer
}

const boundary = '----seau-bench-7d3f'

/** An upload as browsers and `requests` send it: a form of fields and the file. */
export function formPost(server: RunningServer, { bucket, name, apiKey, body }: Upload): WireRequest {
  const field = (title: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${title}"\r\n\r\n${value}\r\n`
  const fileHead = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="x.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const form = Buffer.concat([
    Buffer.from(field('bucket', bucket) + field('name', name) + fileHead),
    body,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const headers = {
    ...headersOf(server, apiKey),
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': String(form.length),
  }
  return { head: Buffer.from(renderHead('POST', '/api/upload', headers)), body: form }
}
