import { expect } from 'chai'
import { memoryBlobStore } from '../../../src/blobs/memory-blob-store.ts'
import { duplicateContent } from '../../../src/core/objects/duplicate-content.ts'
import { rejection } from '../../contracts/rejection.ts'
import type { ObjectVersion } from '../../../src/core/objects/object-version.ts'
import type { Metadata } from '../../../src/core/ports.ts'

const place = { projectId: 'p', bucket: 'b', extension: '' }

describe('the copy of a multipart object', () => {
  it('leaves nothing behind when one of its parts cannot be copied', async () => {
    const blobs = memoryBlobStore({ clock: { now: () => 1000 } })
    const store = async (text: string) => {
      const body = async function* () {
        yield await Promise.resolve(Buffer.from(text))
      }
      return (await blobs.write(body(), place)).id
    }
    const ids = [await store('first'), await store('second'), await store('third')]
    const parts = ids.map((blobId, n) => ({
      partNumber: n + 1,
      size: 5,
      etag: 'e',
      blobId,
      checksum: undefined,
    }))
    await blobs.remove(ids[2] ?? '')

    const metadata = { listObjectParts: () => Promise.resolve(parts) } as unknown as Metadata
    const source = { content: { kind: 'parts' }, sequence: 1 } as unknown as ObjectVersion
    expect(await rejection(duplicateContent({ metadata, blobs }, source, place))).to.have.property(
      'name',
      'BlobMissing',
    )
    const left: string[] = []
    for await (const id of blobs.ids()) left.push(id)
    expect(left).to.have.members(ids.slice(0, 2))
  })
})
