import type { Bucket } from './bucket.ts'
import type { Catalog } from '../ports.ts'

/** What the catalog knows, and a transaction too. */
export type BucketPlaces = Pick<Catalog, 'findBucket' | 'findProjectByName'>

/** The bucket of a name as clients write it: `name` in the namespace, `project:name` in that project's, `:name` in the one that most share. */
export async function findBucket(
  places: BucketPlaces,
  namespace: string,
  named: string,
): Promise<Bucket | undefined> {
  const colon = named.indexOf(':')
  if (colon === -1) return places.findBucket(namespace, named)
  const other = await findNamespace(places, named.slice(0, colon))
  return other === undefined ? undefined : places.findBucket(other, named.slice(colon + 1))
}

/** Where a project's buckets have their names; '' is the namespace that most projects share. */
export const findNamespace = async (
  places: Pick<BucketPlaces, 'findProjectByName'>,
  project: string,
): Promise<string | undefined> => (project === '' ? '' : (await places.findProjectByName(project))?.namespace)
