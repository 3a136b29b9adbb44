import { ownedBucket } from '../owned-bucket.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

type Named = Pick<InputOf<'abortUpload'>, 'name' | 'project' | 'key' | 'uploadId'>

/** The upload that a call names, and the project that its bucket belongs to. Throws what ownedBucket throws. */
export const uploadLocator =
  (catalog: Core['catalog']) =>
  async ({ name, project, key, uploadId }: Named) => {
    const { owner } = await ownedBucket(catalog, { name, project })
    return { owner, upload: { bucket: name, key, uploadId } }
  }
