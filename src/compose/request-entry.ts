import type { RequestEntry } from '../core/request-log/request-entry.ts'
import type { RequestRecord } from '../http/request-scope.ts'

/** What a face reports of a request, as the log of requests keeps it. */
export function requestEntry(record: RequestRecord): RequestEntry {
  const { subject } = record
  return {
    at: Date.now(),
    requestId: record.requestId,
    keyId: subject.keyId,
    projectId: subject.projectId,
    operation: record.operation,
    bucket: subject.bucket,
    key: subject.key,
    method: record.method,
    status: record.status,
    error: subject.error ?? record.lateError,
    bytesIn: record.bytesIn,
    bytesOut: record.bytesOut,
    milliseconds: record.milliseconds,
    address: record.remoteAddress,
  }
}
