import type { RequestEntry } from '../../../src/core/request-log/request-entry.ts'

/** A request that was answered well, but for what is given. */
export const requestEntry = (given: Partial<RequestEntry>): RequestEntry => ({
  at: 1_800_000_000_000,
  requestId: 'R1',
  keyId: 'KEY',
  projectId: 'shop',
  operation: 'GetObject',
  bucket: 'photos',
  key: 'a.jpg',
  method: 'GET',
  status: 200,
  error: undefined,
  bytesIn: 0,
  bytesOut: 100,
  milliseconds: 2,
  address: '192.0.2.1',
  ...given,
})
