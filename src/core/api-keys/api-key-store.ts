import type { ApiKey } from './api-key.ts'

export interface ApiKeyReads {
  /** Oldest first. */
  list(projectId: string): Promise<readonly ApiKey[]>
}

export interface ApiKeyChanges {
  find(id: string): Promise<ApiKey | undefined>
  create(key: ApiKey): Promise<void>
  /** Everything but its id and project. */
  replace(key: ApiKey): Promise<void>
  remove(id: string): Promise<void>
  /** Milliseconds since 1970; keys that are gone are passed over. */
  noteUse(uses: ReadonlyMap<string, number>): Promise<void>
}
