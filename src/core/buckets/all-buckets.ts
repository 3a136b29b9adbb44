import type { Bucket } from './bucket.ts'
import type { Parts } from '../parts.ts'

const pageSize = 1000

/** Every bucket by name, of one project or of all. */
export async function* allBuckets(
  { metadata }: Pick<Parts, 'metadata'>,
  project: { readonly projectId?: string } = {},
): AsyncGenerator<Bucket> {
  let after: Bucket | undefined
  for (;;) {
    const page = await metadata.listBuckets({ ...project, ...(after && { after }), limit: pageSize })
    yield* page
    after = page.at(-1)
    if (page.length < pageSize) return
  }
}
