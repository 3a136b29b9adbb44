import { S3Error } from '../errors.ts'
import { deleteObject } from '../objects/delete-object.ts'
import { mayLearnOfMissing } from '../policy/decide.ts'
import { storeFile } from './store-file.ts'
import type { FileQuery, StoredFile } from './stored-file.ts'
import type { Parts } from '../parts.ts'
import type { ProjectCaller } from '../caller.ts'

/** What can be done with files. */
export const fileUseCases = (parts: Parts) => ({
  store: storeFile(parts),
  get: getFile(parts),
  delete: deleteFile(parts),
  list: listFiles(parts),
})

/** Throws NoSuchKey. To read the facts is to know that the object is there: whoever opens it is asked again. */
const getFile =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (caller: ProjectCaller, id: string): Promise<StoredFile> => {
    const file = await metadata.files.find(caller.project.id, id)
    if (file) return file
    throw new S3Error('NoSuchKey', { message: `There is no file ${id}.` })
  }

/** Throws NoSuchKey or AccessDenied; a file whose object is gone already goes as well. */
const deleteFile =
  (parts: Parts) =>
  async (caller: ProjectCaller, id: string): Promise<void> => {
    const { bucket, objectName } = await getFile(parts)(caller, id)
    await deleteObject(parts)(caller, { bucket, key: objectName }).catch(asDeleted)
    await parts.metadata.transaction((tx) => tx.files.remove(id))
  }

/** Of a page those that the caller may list, and the last that was looked at, when there may be more. */
export interface FilePage {
  readonly files: readonly StoredFile[]
  readonly last: StoredFile | undefined
}

const listFiles =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (caller: ProjectCaller, query: Omit<FileQuery, 'projectId'>): Promise<FilePage> => {
    const { project } = caller
    const found = await metadata.files.list({ ...query, projectId: project.id, limit: query.limit + 1 })
    const page = found.slice(0, query.limit)
    const shown = await Promise.all(
      page.map(async (file) => {
        const bucket = await metadata.catalog.findBucket(project.namespace, file.bucket)
        return bucket && mayLearnOfMissing(caller, bucket, file.objectName) ? [file] : []
      }),
    )
    return { files: shown.flat(), last: found.length > query.limit ? page.at(-1) : undefined }
  }

function asDeleted(error: unknown): void {
  if (!(error instanceof S3Error && error.code === 'NoSuchBucket')) throw error
}
