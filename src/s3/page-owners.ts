import { ownerNames } from './owner-output.ts'
import type { Core } from '../core/create-core.ts'
import type { ListedPage } from '../core/objects/list-query.ts'

/** Who owns the objects of a page, when the client wants to know. */
export async function pageOwners(
  core: Core,
  { entries }: ListedPage,
  { isWanted }: { readonly isWanted: boolean },
) {
  if (!isWanted) return () => undefined
  const names = await ownerNames(
    core,
    entries.flatMap((entry) => ('key' in entry ? [entry.ownerId] : [])),
  )
  return (ID: string) => ({ ID, DisplayName: names.get(ID) ?? '' })
}
