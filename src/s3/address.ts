import { isIP } from 'node:net'
import { S3Error } from '../core/errors.ts'
import { escapeBytes } from '../lib/query.ts'

/** What a request names. `rawPath` and `rawQuery` are as the client sent them, for its signature. */
export interface S3Address {
  /** `project:name` and `:name` where the client wrote so. */
  readonly bucket?: string
  /** The one that the host names, whose buckets are meant by plain names. */
  readonly project?: string
  readonly key?: string
  readonly rawPath: string
  readonly rawQuery: string
  readonly style: 'path' | 'virtual'
}

export interface AddressOptions {
  /** Domains whose subdomains are buckets, lower-case, without port. */
  readonly domains: readonly string[]
  /** Path in front of every address, such as `/s3`, left there by a reverse proxy. */
  readonly pathPrefix?: string | undefined
}

const maxKeyBytes = 1024

/**
 * Reads bucket and key from the raw URL: dot segments and repeated slashes belong to the key. Throws InvalidURI for bad
 * percent-encoding or UTF-8, InvalidArgument for NUL in a key, KeyTooLongError.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
export function parseAddress(
  rawUrl: string,
  hostHeader: string | undefined,
  options: AddressOptions,
): S3Address {
  const { host, target } = splitOrigin(rawUrl, hostHeader)
  const mark = target.indexOf('?')
  const rawPath = mark === -1 ? target : target.slice(0, mark)
  const rawQuery = mark === -1 ? '' : target.slice(mark + 1)
  if (rawPath === '*') return { rawPath, rawQuery, style: 'path' } // OPTIONS * asks about the server.
  if (!rawPath.startsWith('/')) throw new S3Error('InvalidURI', { detail: { URI: rawPath } })
  const path = withoutPrefix(rawPath, options.pathPrefix)
  const inHost = bucketOfHost(host, options.domains)
  if (inHost === undefined) return { rawPath, rawQuery, style: 'path', ...namedInPath(path) }
  const { bucket, ...project } = partsOfHost(inHost)
  const raw = { rawPath, rawQuery, ...project }
  if (bucket === undefined) return { style: 'path', ...raw, ...namedInPath(path) }
  return { bucket, style: 'virtual', ...raw, ...(path.length > 1 && { key: decodeKey(path.slice(1)) }) }
}

/** `photos.projects` is the host of the project `photos`, and what stands in front of it one of its buckets. */
function partsOfHost(name: string): Pick<S3Address, 'bucket' | 'project'> {
  const below = /^(?:(.+)\.)?([^.]+)\.projects$/.exec(name)
  const [, bucket = below ? undefined : name, project] = below ?? []
  return { ...(bucket !== undefined && { bucket }), ...(project !== undefined && { project }) }
}

function namedInPath(path: string): Pick<S3Address, 'bucket' | 'key'> {
  if (path.length <= 1) return {}
  const slash = path.indexOf('/', 1)
  if (slash === -1) return { bucket: decodePath(path.slice(1)) }
  const bucket = decodePath(path.slice(1, slash))
  if (bucket === '') throw new S3Error('InvalidBucketName', { detail: { BucketName: '' } })
  const key = path.slice(slash + 1)
  return key === '' ? { bucket } : { bucket, key: decodeKey(key) }
}

/** An absolute URL in the request line counts more than the Host header (RFC 9112, 3.2.2). */
function splitOrigin(rawUrl: string, hostHeader: string | undefined): { host: string; target: string } {
  const origin = rawUrl.startsWith('/') ? null : /^https?:\/\/(?:[^/?@]*@)?([^/?]*)/i.exec(rawUrl)
  if (!origin) return { host: hostHeader ?? '', target: rawUrl }
  const rest = rawUrl.slice(origin[0].length)
  return { host: origin[1] ?? '', target: rest.startsWith('/') ? rest : `/${rest}` }
}

function withoutPrefix(path: string, prefix: string | undefined): string {
  if (!prefix || !path.startsWith(prefix)) return path
  if (path.length === prefix.length) return '/'
  return path.charAt(prefix.length) === '/' ? path.slice(prefix.length) : path
}

/** `Example.org.:9000` as `example.org`. */
export const hostName = (hostHeader: string): string =>
  hostHeader.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase()

/** The part of the host in front of the longest domain that fits; a domain itself and an IP address name no bucket. */
export function bucketOfHost(hostHeader: string, domains: readonly string[]): string | undefined {
  const host = hostName(hostHeader)
  if (domains.includes(host)) return undefined
  const fitting = domains.filter((domain) => host.endsWith(`.${domain}`))
  if (fitting.length === 0 || isIP(host) !== 0) return undefined
  const longest = Math.max(...fitting.map((domain) => domain.length))
  return host.slice(0, -longest - 1) || undefined
}

function decodePath(raw: string): string {
  if (!/[%\x80-\uffff]/.test(raw)) return raw
  try {
    return decodeURIComponent(escapeBytes(raw))
  } catch {
    throw new S3Error('InvalidURI', { detail: { URI: raw } })
  }
}

/** A key as it stands in a path. Throws InvalidURI, and what checkKey throws. */
export function decodeKey(raw: string): string {
  const key = decodePath(raw)
  checkKey(key)
  return key
}

/** The rules for keys, wherever they come from (path, copy source, form, body). Throws InvalidArgument, KeyTooLongError. */
function checkKey(key: string): void {
  if (key.includes('\0')) {
    throw new S3Error('InvalidArgument', {
      message: 'Object keys must not contain the NUL character.',
      detail: { ArgumentName: 'key', ArgumentValue: key },
    })
  }
  const size = key.length * 3 > maxKeyBytes ? Buffer.byteLength(key) : 0
  if (size > maxKeyBytes)
    throw new S3Error('KeyTooLongError', { detail: { Size: size, MaxSizeAllowed: maxKeyBytes } })
}
