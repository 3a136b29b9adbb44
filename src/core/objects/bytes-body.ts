import type { UploadBody } from '../ports.ts'

/** Bytes in memory as if they came in an upload. */
export const bytesBody = (data: Buffer): UploadBody => ({
  size: data.length,
  algorithms: [],
  readAll: () => Promise.resolve(data),
  stream: async function* () {
    yield await Promise.resolve(data)
  },
  claims: () => ({}),
})
