import { call } from '../../api/admin.ts'
import { signedBatches, type SignedUrls } from './signed-batches.ts'
import { addressOf, contentTypeOf } from './transfer.ts'
import type { PlannedUpload, UploadPlace } from './upload.ts'

/** At the most, of one call. */
const batch = 100

/** The URLs of files that go up whole, by their keys: a folder of many small ones takes few calls. */
export function signedFiles(place: UploadPlace, planned: readonly PlannedUpload[]): SignedUrls<string> {
  const types = new Map(planned.map(({ key, file }) => [key, contentTypeOf(file)]))
  return signedBatches([...types.keys()], batch, async (wanted) => {
    const files = wanted.map((key) => ({ key, contentType: types.get(key) }))
    const { urls } = await call('presignUploads', { ...addressOf(place), files })
    return urls.map(({ url }) => url)
  })
}
