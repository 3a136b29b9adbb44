import { hmacKey, hmacSha256Hex } from '../lib/hmac.ts'
import { patienceMs } from './in-time.ts'
import { loginOf, type Sender } from './sender.ts'

/**
 * POSTs each event to a URL; any 2xx takes it. A fragment of the URL is a secret, which is not sent: `X-Seau-Signature` is then the HMAC-SHA256 by it of
 * `X-Seau-Timestamp`, a dot and the body. User and password are sent as Basic authorization.
 */
export function webhookSender(url: URL, { timeoutMs = patienceMs, now = Date.now } = {}): Sender {
  const address = new URL(url)
  const secret = decodeURIComponent(url.hash.slice(1))
  const login = loginOf(url)
  Object.assign(address, { hash: '', username: '', password: '' })
  const fixed = {
    'content-type': 'application/json',
    'user-agent': 'seau',
    ...(login && {
      authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`,
    }),
  }
  return {
    async send(document) {
      const signature = secret === '' ? {} : signatureOf(secret, document, now())
      const response = await fetch(address, {
        method: 'POST',
        headers: { ...fixed, ...signature },
        body: document,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      })
      await response.body?.cancel()
      if (!response.ok) throw new Error(`The target answered with ${String(response.status)}.`)
    },
    close: () => Promise.resolve(),
  }
}

function signatureOf(secret: string, document: string, now: number) {
  const timestamp = String(Math.floor(now / 1000))
  const signature = hmacSha256Hex(hmacKey(secret), `${timestamp}.${document}`)
  return { 'x-seau-timestamp': timestamp, 'x-seau-signature': `sha256=${signature}` }
}
