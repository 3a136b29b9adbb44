import { once } from 'node:events'
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

interface ServerAddress {
  readonly url: string
  /** SHA-256 of the certificate that the server is known to show, as colon-separated hexadecimal; null without TLS. */
  readonly fingerprint: string | null
}

/** Opens a connection; with TLS to nobody but the holder of the known certificate, whatever name that was made for. */
export async function connect({ url, fingerprint }: ServerAddress): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }
  if (fingerprint === null) {
    const socket = connectPlain(address)
    await once(socket, 'connect')
    return socket
  }
  const socket = connectTls({ ...address, rejectUnauthorized: false })
  await once(socket, 'secureConnect')
  if (socket.getPeerCertificate().fingerprint256 === fingerprint) return socket
  socket.destroy()
  throw new Error(`The server at ${url} shows another certificate than the one it started with.`)
}
