import type { UploadBody } from '../core/ports.ts'

/** What operations get that take no bytes. */
export const noBody: UploadBody = {
  size: 0,
  algorithms: [],
  readAll: () => Promise.resolve(Buffer.alloc(0)),
  stream: async function* () {
    // nothing comes
  },
  claims: () => ({}),
}
