import type { BlobStore, StoredBlob } from '../core/ports.ts'

/** Stands between the name of a store and the blob's id within it; ids of stores have none. */
const mark = ':'

/**
 * Several stores as one: new blobs go to the store of their storage class, if it has one, and to `standard` otherwise. The id says where a blob is,
 * so that it is found whatever becomes of the class of its object.
 */
export function routedBlobStore(standard: BlobStore, byClass: ReadonlyMap<string, BlobStore>): BlobStore {
  /** Asks the store that holds a blob. */
  const at = async <T>(id: string, ask: (store: BlobStore, bare: string) => Promise<T>): Promise<T> => {
    const end = id.indexOf(mark)
    if (end < 0) return ask(standard, id)
    const store = byClass.get(id.slice(0, end))
    if (!store) throw new Error(`The blob ${id} lies in a store that is not configured.`)
    return ask(store, id.slice(end + 1))
  }
  const storeFor = (storageClass: string | undefined) => {
    const store = storageClass === undefined ? undefined : byClass.get(storageClass)
    const name = store ? `${storageClass ?? ''}${mark}` : ''
    const named = ({ id, size }: StoredBlob): StoredBlob => ({ id: name + id, size })
    return { store: store ?? standard, named }
  }
  return {
    async write(body, place, options) {
      const { store, named } = storeFor(place.storageClass)
      return named(await store.write(body, place, options))
    },
    copy: (id, place) =>
      at(id, async (source, bare) => {
        const { store, named } = storeFor(place.storageClass)
        if (source === store) return named(await store.copy(bare, place))
        const size = await source.size(bare)
        return named(await store.write(await source.read(bare), place, { size }))
      }),
    read: (id, slice) => at(id, (store, bare) => store.read(bare, slice)),
    readBytes: (id, slice) => at(id, (store, bare) => store.readBytes(bare, slice)),
    remove: (id) => at(id, (store, bare) => store.remove(bare)),
    size: (id) => at(id, (store, bare) => store.size(bare)),
    storedAt: (id) => at(id, (store, bare) => store.storedAt(bare)),
    async *ids() {
      yield* standard.ids()
      for (const [name, store] of byClass) for await (const id of store.ids()) yield `${name}${mark}${id}`
    },
  }
}
