import { getProject } from '../projects/get-project.ts'
import type { AccessKey } from './access-key.ts'
import type { KeyUse } from './key-uses.ts'
import type { Parts } from '../parts.ts'

export interface ListedAccessKey {
  readonly key: AccessKey
  readonly lastUse: KeyUse | undefined
}

/** Those of a project by its name, oldest first. Throws NoSuchEntity. */
export const listAccessKeys =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (projectName: string): Promise<readonly ListedAccessKey[]> => {
    const { id } = await getProject(metadata.catalog, projectName)
    const [keys, uses] = await Promise.all([metadata.listAccessKeys(id), metadata.keyUses.list(id)])
    const byKey = new Map(uses.map((use) => [use.keyId, use]))
    return keys.map((key) => ({ key, lastUse: byKey.get(key.id) }))
  }
