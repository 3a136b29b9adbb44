import { presignV4 } from '../protocol/presign-v4.ts'
import type { Config } from '../config.ts'
import type { S3Address } from '../admin/sign-urls.ts'

/** Where clients reach the S3 port: the first public URL, else the host by which they reached the console, with its port. */
export const s3Address = (
  { publicUrl, host, port, tls }: Pick<Config, 'publicUrl' | 'host' | 'port' | 'tls'>,
  listening = `${tls ? 'https' : 'http'}://${host}:${String(port)}`,
): S3Address => ({
  presign: presignV4,
  s3Url: (consoleOrigin) => {
    const [first] = publicUrl
    if (first !== undefined) return first.replace(/\/+$/, '')
    if (!URL.canParse(consoleOrigin)) return listening
    const url = new URL(consoleOrigin)
    url.port = new URL(listening).port
    return url.origin
  },
})
