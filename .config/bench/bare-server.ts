// The floor: a bare node:http server that swallows uploads, and answers from memory or from the file that it is given.
import { createReadStream, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'

/** What the process that starts the server is told, once. */
export interface BareReady {
  readonly port: number
}

const [file] = process.argv.slice(2)
const fileLength = file === undefined ? 0 : statSync(file).size
const bodies = Object.entries({ '4k': 2 ** 12, '64k': 2 ** 16, '8m': 2 ** 23 }).map(
  ([label, size]) => [`/${label}-`, Buffer.alloc(size, 'x')] as const,
)
const empty = Buffer.alloc(0)

function answer(url: string, response: ServerResponse): void {
  if (file !== undefined && url === '/file') {
    response.writeHead(200, { 'content-length': fileLength, etag: '"x"' })
    pipeline(createReadStream(file), response, () => undefined)
    return
  }
  const body = bodies.find(([mark]) => url.includes(mark))?.[1] ?? empty
  response.writeHead(200, { 'content-length': body.length, etag: '"x"' }).end(body)
}

const server = createServer((request, response) => {
  if (request.method !== 'PUT') {
    answer(request.url ?? '', response)
    return
  }
  request
    .on('data', () => undefined)
    .on('end', () => response.writeHead(200, { 'content-length': 0, etag: '"x"' }).end())
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  process.send?.({ port } satisfies BareReady)
})
