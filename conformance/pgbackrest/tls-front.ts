// TLS in front of a server that has none, with a certificate of its own that nobody trusts.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import type { TLSSocket } from 'node:tls'
import { run } from '../process.ts'

export interface TlsFront {
  readonly port: number
  readonly close: () => void
}

/** Listens on a free port and hands on to `endpoint`; the files of key and certificate are written to `folder`. */
export async function openTlsFront(endpoint: string, folder: string): Promise<TlsFront> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-days', '2']
  await run('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    ...subject,
    '-keyout',
    key,
    '-out',
    certificate,
  ])
  const options = { key: await readFile(key), cert: await readFile(certificate) }
  const { hostname, port } = new URL(endpoint)
  const server = createServer(options, (client) => {
    relay(client, hostname, Number(port))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => {
      server.close()
    },
  }
}

function relay(client: TLSSocket, host: string, port: number): void {
  const upstream = connect(port, host)
  client.pipe(upstream).pipe(client)
  client.on('error', () => upstream.destroy())
  upstream.on('error', () => client.destroy())
}
