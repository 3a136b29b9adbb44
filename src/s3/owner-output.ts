import type { Core } from '../core/create-core.ts'

/** The name to show beside each canonical id, looked up once per answer. */
export async function ownerNames(
  core: Core,
  canonicalIds: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const id of new Set(canonicalIds))
    names.set(id, (await core.catalog.findProjectByCanonicalId(id))?.name ?? '')
  return names
}

export async function ownerOutput(
  core: Core,
  canonicalId: string,
): Promise<{ ID: string; DisplayName: string }> {
  const project = await core.catalog.findProjectByCanonicalId(canonicalId)
  return { ID: canonicalId, DisplayName: project?.name ?? '' }
}
