import { batchRecords, copyRecord } from './access-parts.ts'
import { accessOperation } from './access-operation.ts'
import { findNamedBucket } from './named-bucket.ts'
import { noteBucket } from './note-request.ts'
import { operations, type OperationRow } from './operations.ts'
import { logged } from '../http/request-scope.ts'
import { requiresAcl } from '../core/policy/requires-acl.ts'
import { TLSSocket } from 'node:tls'
import type { AccessRecord } from '../core/logging/access-record.ts'
import type { Bucket } from '../core/buckets/bucket.ts'
import type { Caller } from '../core/caller.ts'
import type { Core } from '../core/create-core.ts'
import type { Exchange } from './exchange.ts'
import type { WireRequest } from './wire-request.ts'

/** Writes the request into the access log of its bucket, if that has one; to be called when it has been answered. */
export async function noteAccess(exchange: Exchange, core: Core): Promise<void> {
  const bucket = await accessedBucket(exchange, core)
  noteBucket(exchange, bucket)
  const { wire } = exchange.access
  if (!bucket || !wire) return
  const isCopy = wire.headers['x-amz-copy-source'] !== undefined
  if (!bucket.configuration.logging && !isCopy) return
  const record = recordOf(exchange, { bucket, wire, now: core.clock.now() })
  core.logs.add(bucket, record)
  for (const each of batchRecords(record, exchange)) core.logs.add(bucket, each)
  const copied = await copyRecord(record, exchange, core)
  if (copied) core.logs.add(copied.bucket, copied.record)
}

/** Whether there may be something to write: a refused request's bucket is not known yet, nor whether a copy's source has a log. */
export const mayBeLogged = ({ access: { bucket, error, wire } }: Exchange): boolean =>
  bucket?.configuration.logging !== undefined ||
  error !== undefined ||
  wire?.headers['x-amz-copy-source'] !== undefined

/** Where a request was refused, it may have been before its bucket was looked up. */
async function accessedBucket({ access }: Exchange, core: Core): Promise<Bucket | undefined> {
  const { bucket, wire, error } = access
  return bucket ?? (error && wire ? findNamedBucket(core, wire) : undefined)
}

interface Accessed {
  readonly bucket: Bucket
  readonly wire: WireRequest
  /** Milliseconds since 1970. */
  readonly now: number
}

function recordOf(exchange: Exchange, { bucket, wire, now }: Accessed): AccessRecord {
  const { notes, request, response, access } = exchange
  const { address, headers, method } = wire
  const { error } = access
  const totalMs = Math.round(performance.now() - notes.started)
  return {
    bucketOwner: bucket.configuration.acl.owner,
    bucket: bucket.name,
    time: now - totalMs,
    remoteAddress: factOf(exchange, 'aws:sourceip') ?? notes.remoteAddress,
    requester: requesterOf(access.caller),
    requestId: notes.requestId,
    operation: accessOperation(notes.operation, { method, hasKey: address.key !== undefined }),
    key: address.key,
    requestLine: `${method} ${logged(request.url ?? '')} HTTP/${request.httpVersion}`,
    status: response.statusCode,
    errorCode: error?.code,
    bytesSent: notes.bytesOut,
    objectSize: sizeOf(exchange, wire),
    totalMs,
    turnAroundMs: access.answered === undefined ? totalMs : Math.round(access.answered - notes.started),
    referrer: headers.referer,
    userAgent: headers['user-agent'],
    versionId: versionOf(exchange, wire),
    ...signatureOf(exchange),
    ...connectionOf(exchange),
    hostHeader: headers.host,
    isAclRequired: !error && isAclRequired(exchange, { bucket, wire }),
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html */
const requesterOf = (caller: Caller | undefined): string | undefined =>
  caller?.kind === 'project' ? (caller.principal?.arn ?? caller.project.canonicalId) : undefined

const factOf = ({ access }: Exchange, name: string) => access.caller?.request?.(name)?.[0]

function signatureOf(exchange: Exchange): Pick<AccessRecord, 'signatureVersion' | 'authenticationType'> {
  const version = factOf(exchange, 's3:signatureversion')
  const type = factOf(exchange, 's3:authtype')
  return {
    signatureVersion: version === undefined ? undefined : version.startsWith('AWS4') ? 'SigV4' : 'SigV2',
    authenticationType:
      type === undefined ? undefined : type === 'REST-QUERY-STRING' ? 'QueryString' : 'AuthHeader',
  }
}

function connectionOf({ request: { socket } }: Exchange): Pick<AccessRecord, 'tlsVersion' | 'cipherSuite'> {
  if (!(socket instanceof TLSSocket)) return { tlsVersion: undefined, cipherSuite: undefined }
  return { tlsVersion: socket.getProtocol() ?? undefined, cipherSuite: socket.getCipher().standardName }
}

/** What the outputs of operations tell of the object. */
interface ObjectFacts {
  readonly ContentLength?: number
  readonly ContentRange?: string
  readonly VersionId?: string
}

/** Of the whole object that was read, or of what was sent. */
function sizeOf({ access, notes }: Exchange, { method, headers }: WireRequest): number | undefined {
  const { ContentLength, ContentRange } = (access.output ?? {}) as ObjectFacts
  const total = ContentRange === undefined ? ContentLength : Number(ContentRange.split('/')[1])
  if (total !== undefined) return total
  if (method !== 'PUT' || access.error || !isUpload(notes.operation)) return undefined
  return Number(headers['x-amz-decoded-content-length'] ?? headers['content-length'] ?? 0)
}

const isUpload = (operation: string | undefined) => operation === 'PutObject' || operation === 'UploadPart'

const versionOf = ({ access }: Exchange, { query }: WireRequest): string | undefined =>
  ((access.output ?? {}) as ObjectFacts).VersionId ?? query.get('versionId')

function isAclRequired({ access, notes }: Exchange, { bucket, wire }: Omit<Accessed, 'now'>): boolean {
  const row: OperationRow | undefined = (operations as Readonly<Record<string, OperationRow>>)[
    notes.operation ?? ''
  ]
  if (!row || !access.caller) return false
  return requiresAcl(access.caller, row.action, { bucket, key: wire.address.key })
}
