import { S3Error } from '../../core/errors.ts'
import { checkObjectKey } from '../../core/objects/object-key.ts'
import { parseStorageClass } from '../../core/objects/storage-class.ts'
import { keysPage } from '../keys-page.ts'
import { listedOutput, objectOutput } from '../object-output.ts'
import { ownedBucket } from '../owned-bucket.ts'
import { lazySignal } from '../lazy-signal.ts'
import { objectLocator, type NamedObject } from './object-locator.ts'
import type { Core } from '../../core/create-core.ts'
import type { DeletionResult } from '../../core/objects/delete-object.ts'
import type { InputOf, OutputOf } from '../contract.ts'
import type { ObjectAttributes } from '../../core/objects/object-version.ts'

export function objectCalls({ objects, catalog }: Pick<Core, 'objects' | 'catalog'>, stopped: AbortSignal) {
  const signal = lazySignal(stopped)
  const located = objectLocator(catalog)
  const describe = async (named: NamedObject) => {
    const { owner, object } = await located(named)
    // With this action also what a customer's key encrypts is told of.
    return objectOutput(await objects.find(owner, object, { action: 's3:GetObjectTagging' }))
  }
  const rewrite = async (
    named: NamedObject,
    change: { readonly metadata?: ObjectAttributes; readonly storageClass?: string },
  ) => {
    const { owner, object } = await located(named)
    await objects.rewrite(owner, object, { ...change, signal })
    return describe(named)
  }
  return {
    listObjects: async ({ name, project, ...query }: InputOf<'listObjects'>) => {
      const { owner } = await ownedBucket(catalog, { name, project })
      const page = await objects.list(owner, name, keysPage(query))
      const last = page.isTruncated ? page.entries.at(-1) : undefined
      return {
        prefixes: page.entries.flatMap((entry) => ('commonPrefix' in entry ? [entry.commonPrefix] : [])),
        objects: page.entries.flatMap((entry) => ('key' in entry ? [listedOutput(entry)] : [])),
        next: last ? ('key' in last ? last.key : last.commonPrefix) : null,
      }
    },
    describeObject: describe,
    setObjectMetadata: ({ name, project, key, ...headers }: InputOf<'setObjectMetadata'>) =>
      rewrite({ name, project, key }, { metadata: given(headers) }),
    setStorageClass: ({ storageClass, ...named }: InputOf<'setStorageClass'>) =>
      rewrite(named, { storageClass: parseStorageClass(storageClass) }),
    deleteObjects: async ({ name, project, objects: wanted, bypassGovernance }: InputOf<'deleteObjects'>) => {
      const { owner } = await ownedBucket(catalog, { name, project })
      for (const { key } of wanted) checkObjectKey(key)
      return deletionOutput(
        await objects.deleteMany(owner, name, wanted, { bypassesGovernance: bypassGovernance }),
      )
    },
  }
}

const given = (headers: { readonly [Name in keyof ObjectAttributes]?: ObjectAttributes[Name] | undefined }) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as ObjectAttributes

function deletionOutput(results: readonly DeletionResult[]): OutputOf<'deleteObjects'> {
  const deleted: OutputOf<'deleteObjects'>['deleted'] = []
  const errors: OutputOf<'deleteObjects'>['errors'] = []
  for (const { deletion, outcome } of results) {
    const named = { key: deletion.key, versionId: deletion.versionId ?? null }
    if (outcome instanceof S3Error) errors.push({ ...named, code: outcome.code, message: outcome.message })
    else {
      const deleteMarkerVersionId = outcome.isDeleteMarker ? (outcome.versionId ?? null) : null
      deleted.push({ ...named, deleteMarkerVersionId })
    }
  }
  return { deleted, errors }
}
