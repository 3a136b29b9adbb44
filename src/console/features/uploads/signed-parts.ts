import { call } from '../../api/admin.ts'
import { signedBatches, type SignedUrls } from './signed-batches.ts'

export interface UploadAddress {
  readonly project: string
  readonly name: string
  readonly key: string
  readonly uploadId: string
}

/** Few enough to be used before they are too old. */
const batch = 16

/** The URLs of the parts of an upload. */
export const signedParts = (address: UploadAddress, partNumbers: readonly number[]): SignedUrls<number> =>
  signedBatches(partNumbers, batch, async (wanted) => {
    const { urls } = await call('signParts', { ...address, partNumbers: [...wanted] })
    return urls.map(({ url }) => url)
  })
