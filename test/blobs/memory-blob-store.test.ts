import { memoryBlobStore } from '../../src/blobs/memory-blob-store.ts'
import { describeBlobStore } from '../contracts/blob-store.ts'

describeBlobStore('memoryBlobStore', () => Promise.resolve(memoryBlobStore({ clock: Date })))
