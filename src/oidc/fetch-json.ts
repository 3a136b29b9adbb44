import { createHash } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { TLSSocket, type PeerCertificate } from 'node:tls'

export interface FetchOptions {
  /** SHA-1 of certificates in hexadecimal; one in the chain makes up for a certificate that no known authority has signed. */
  readonly thumbprints: readonly string[]
  readonly timeoutMs: number
  readonly maxBytes: number
}

/** The JSON under a URL, which no redirect may lead away from. Rejects with an Error that says what is wrong with it. */
export async function fetchJson(
  url: URL,
  { thumbprints, timeoutMs, maxBytes }: FetchOptions,
): Promise<unknown> {
  const signal = AbortSignal.timeout(timeoutMs)
  const response =
    url.protocol === 'https:'
      ? await getSecurely(url, { thumbprints, signal })
      : await getPlainly(url, signal)
  if (response.statusCode !== 200) {
    response.destroy()
    throw new Error(`${url.href} answered ${String(response.statusCode)}.`)
  }
  return JSON.parse(await textOf(response, maxBytes)) as unknown
}

const headers = { accept: 'application/json' }

async function getPlainly(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const request = http.get(url, { signal, headers })
  return answerTo(request)
}

interface SecureOptions {
  readonly thumbprints: readonly string[]
  readonly signal: AbortSignal
}

/** With thumbprints, the chain is looked at before anything is sent: it has to hold one of them, unless an authority vouches for it. */
async function getSecurely(url: URL, { thumbprints, signal }: SecureOptions): Promise<IncomingMessage> {
  const agent = false
  if (thumbprints.length === 0) return answerTo(https.get(url, { signal, headers, agent }))
  const request = https.request(url, { signal, headers, agent, rejectUnauthorized: false })
  const answer = answerTo(request)
  request.on('socket', (socket) => {
    socket.once('secureConnect', () => {
      if (socket instanceof TLSSocket && isTrusted(socket, thumbprints)) request.end()
      else request.destroy(new Error(`No certificate of ${url.host} has a thumbprint of the provider.`))
    })
  })
  return answer
}

async function answerTo(request: http.ClientRequest): Promise<IncomingMessage> {
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return response
}

function isTrusted(socket: TLSSocket, thumbprints: readonly string[]): boolean {
  if (socket.authorized) return true
  const wanted = new Set(thumbprints.map((thumbprint) => thumbprint.toLowerCase()))
  return chainOf(socket.getPeerCertificate(true)).some(({ raw }) =>
    wanted.has(createHash('sha1').update(raw).digest('hex')),
  )
}

/** The last one names itself as its issuer. */
function chainOf(leaf: PeerCertificate): readonly PeerCertificate[] {
  const chain = new Set<PeerCertificate>()
  let certificate: PeerCertificate | undefined = leaf
  while (certificate?.raw && !chain.has(certificate)) {
    chain.add(certificate)
    certificate =
      'issuerCertificate' in certificate ? (certificate.issuerCertificate as PeerCertificate) : undefined
  }
  return [...chain]
}

async function textOf(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new Error(`The answer has more than ${String(maxBytes)} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
