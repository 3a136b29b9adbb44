/** What the access log tells of a request; undefined members are shown as `-`. */
export interface AccessRecord {
  readonly bucketOwner: string
  readonly bucket: string
  /** Milliseconds since 1970. */
  readonly time: number
  readonly remoteAddress: string | undefined
  /** Canonical id. */
  readonly requester: string | undefined
  readonly requestId: string
  /** `REST.GET.OBJECT` */
  readonly operation: string
  readonly key: string | undefined
  /** The request's first line. */
  readonly requestLine: string | undefined
  readonly status: number | undefined
  readonly errorCode: string | undefined
  /** Of the answer's body. */
  readonly bytesSent: number | undefined
  readonly objectSize: number | undefined
  readonly totalMs: number | undefined
  /** From the request to the first byte of the answer. */
  readonly turnAroundMs: number | undefined
  readonly referrer: string | undefined
  readonly userAgent: string | undefined
  readonly versionId: string | undefined
  readonly signatureVersion: 'SigV2' | 'SigV4' | undefined
  readonly cipherSuite: string | undefined
  readonly authenticationType: 'AuthHeader' | 'QueryString' | undefined
  readonly hostHeader: string | undefined
  /** `TLSv1.3` */
  readonly tlsVersion: string | undefined
  /** Whether only an ACL has allowed it. */
  readonly isAclRequired: boolean
}

/** A line of the log, with its end. https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html */
export const accessLine = (record: AccessRecord): string =>
  [
    record.bucketOwner,
    record.bucket,
    `[${logTime(record.time)}]`,
    shown(record.remoteAddress),
    shown(record.requester),
    record.requestId,
    record.operation,
    record.key === undefined ? '-' : loggedKey(record.key),
    quoted(record.requestLine),
    shown(record.status),
    shown(record.errorCode),
    shown(record.bytesSent === 0 ? undefined : record.bytesSent),
    shown(record.objectSize),
    shown(record.totalMs),
    shown(record.turnAroundMs),
    quoted(record.referrer),
    quoted(record.userAgent),
    shown(record.versionId),
    record.requestId,
    shown(record.signatureVersion),
    shown(record.cipherSuite),
    shown(record.authenticationType),
    shown(record.hostHeader),
    shown(record.tlsVersion),
    // There are no access points.
    '-',
    record.isAclRequired ? 'Yes' : '-',
  ].join(' ') + '\n'

const shown = (value: string | number | undefined) =>
  value === undefined || value === '' ? '-' : plain(String(value))
const quoted = (text: string | undefined) =>
  text === undefined || text === '' ? '"-"' : `"${escaped(text)}"`

/** No client can end a field, or a line, with what it sends. */
const plain = (text: string) => text.replace(/[\s"\p{Cc}]/gu, encodeURIComponent)
const escaped = (text: string) => text.replace(/["\p{Cc}]/gu, encodeURIComponent)

const loggedKey = (key: string) => encodeURIComponent(key).replace(/%2F/g, '/')

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `06/Feb/2019:00:00:38 +0000` */
function logTime(time: number): string {
  const [year = '', month = '', day = '', clock = ''] = new Date(time).toISOString().split(/[-T.]/)
  return `${day}/${months[Number(month) - 1] ?? ''}/${year}:${clock} +0000`
}
