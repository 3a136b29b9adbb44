import { checkText } from './check-names.ts'
import { decodeMarker, pageOf, sizeOf, type IamPage, type Paging } from './paging.ts'
import type { Entity, EntityKind, EntityOf } from './entities.ts'
import type { EntityPosition, EntityQuery, IamReads } from './iam-records.ts'

export interface EntityListing extends Paging {
  readonly pathPrefix?: string | undefined
}

/** A page of entities by name. Throws ValidationError. */
export async function listEntities<Kind extends EntityKind>(
  iam: IamReads,
  query: Omit<EntityQuery<Kind>, 'after' | 'limit' | 'pathPrefix'>,
  { pathPrefix, ...paging }: EntityListing,
): Promise<IamPage<EntityOf<Kind>>> {
  const size = sizeOf(paging)
  const found = await iam.list({
    ...query,
    pathPrefix: pathPrefix === undefined ? undefined : checkText('pathPrefix', pathPrefix),
    after: paging.marker === undefined ? undefined : positionFrom(paging.marker),
    limit: size + 1,
  })
  return pageOf(found, size, textOf)
}

const textOf = ({ name, id }: Entity) => `${id}/${name.toLowerCase()}`

function positionFrom(marker: string): EntityPosition {
  const [id = '', ...name] = decodeMarker(marker).split('/')
  return { id, name: name.join('/') }
}
