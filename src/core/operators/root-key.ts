import { defaultProject } from '../credentials/ensure-root.ts'
import type { Catalog } from '../ports.ts'

export const rootKeyName = 'root'

/** Whether a key is one of the root credentials of this server, which may be disabled. */
export async function isRootKey(catalog: Catalog, id: string): Promise<boolean> {
  const key = await catalog.findAccessKey(id)
  if (key?.name !== rootKeyName || key.userId !== undefined || key.policy !== undefined) return false
  return (await catalog.findProject(key.projectId))?.name === defaultProject
}

/** Whether it opens the admin API at a moment (milliseconds since 1970). */
export async function isOpenRootKey(catalog: Catalog, id: string, now: number): Promise<boolean> {
  const key = await catalog.findAccessKey(id)
  if (key?.status !== 'active' || (key.expiresAt !== undefined && now >= key.expiresAt)) return false
  return isRootKey(catalog, id)
}
