import { ownedBucket } from '../owned-bucket.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

export type NamedObject = Pick<InputOf<'describeObject'>, 'name' | 'project' | 'key' | 'versionId'>

/** The object that a call names, and the project that its bucket belongs to. Throws what ownedBucket throws. */
export const objectLocator =
  (catalog: Core['catalog']) =>
  async ({ name, project, key, versionId }: NamedObject) => {
    const { owner } = await ownedBucket(catalog, { name, project })
    return { owner, object: { bucket: name, key, versionId } }
  }
