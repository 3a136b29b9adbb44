import { DataStore, Upload } from '@tus/server'
import { uploadFields } from '../contract/objects.ts'
import { attributesOf } from '../file-details.ts'
import { parsed } from '../parsed.ts'
import { aclOfUpload, placeOfUpload } from '../upload-place.ts'
import type { Core } from '../../core/create-core.ts'
import type { ProjectCaller } from '../../core/caller.ts'
import type { Readable } from 'node:stream'
import type { UnderWay } from './under-way.ts'

interface TusStoreParts {
  readonly core: Pick<Core, 'resumable' | 'ids'>
  readonly caller: ProjectCaller
  /** What is being written, by all requests. */
  readonly underWay: UnderWay
}

/** The uploads of one caller, for the library that speaks the protocol. Its methods throw S3Error. */
export class TusStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload', 'creation-defer-length', 'termination']
  readonly #parts: TusStoreParts

  constructor(parts: TusStoreParts) {
    super()
    this.#parts = parts
  }

  /** Metadata: the fields of the upload form, and what tus clients call `filename` and `filetype`. */
  override async create(upload: Upload): Promise<Upload> {
    const { core, caller } = this.#parts
    const metadata = upload.metadata ?? {}
    const { filename, filetype, ...fields } = metadata
    const wanted = parsed(uploadFields, textsOf(fields))
    const file = { filename: filename ?? '', contentType: filetype ?? undefined }
    const { bucket, key } = placeOfUpload(core.ids, wanted, file)
    await core.resumable.create(caller, {
      id: upload.id,
      bucket,
      key,
      size: upload.size,
      metadata,
      attributes: attributesOf(file),
      acl: aclOfUpload(wanted),
    })
    return upload
  }

  override async getUpload(id: string): Promise<Upload> {
    const { core, caller, underWay } = this.#parts
    // A request that broke off may still be storing what came of it.
    await underWay.settled(id)
    const { upload, offset } = await core.resumable.get(caller, id)
    const { size, metadata, createdAt } = upload
    return new Upload({
      id,
      offset,
      metadata,
      ...(size !== undefined && { size }),
      creation_date: new Date(createdAt).toISOString(),
    })
  }

  override write(stream: Readable, id: string): Promise<number> {
    const { core, caller, underWay } = this.#parts
    return underWay.run(id, () => core.resumable.append(caller, id, stream as AsyncIterable<Buffer>))
  }

  override async declareUploadLength(id: string, size: number): Promise<void> {
    const { core, caller } = this.#parts
    await core.resumable.setSize(caller, id, size)
  }

  override async remove(id: string): Promise<void> {
    const { core, caller, underWay } = this.#parts
    await underWay.settled(id)
    await core.resumable.remove(caller, id)
  }
}

/** A key without a value is there, and empty. */
const textsOf = (fields: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )
