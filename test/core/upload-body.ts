import type { UploadBody } from '../../src/core/ports.ts'

/** A body that is there already, of which its client says nothing but the size. */
export const bodyFrom = (data: Buffer): UploadBody => ({
  size: data.length,
  algorithms: [],
  readAll: () => Promise.resolve(data),
  stream: async function* () {
    yield await Promise.resolve(data)
  },
  claims: () => ({}),
})
