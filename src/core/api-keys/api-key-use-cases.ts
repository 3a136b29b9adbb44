import { getProject } from '../projects/get-project.ts'
import { deleteApiKey, regenerateApiKey, setApiKeyStatus } from './change-api-key.ts'
import { createApiKey } from './create-api-key.ts'
import { findBearer } from './find-bearer.ts'
import { useNotes } from './note-use.ts'
import type { Parts } from '../parts.ts'

/** What can be done with the API keys of projects. */
export function apiKeyUseCases(parts: Parts) {
  const uses = useNotes(parts)
  return {
    findBearer: findBearer(parts),
    create: createApiKey(parts),
    regenerate: regenerateApiKey(parts),
    setStatus: setApiKeyStatus(parts),
    delete: deleteApiKey(parts),
    list: async (projectName: string) =>
      parts.metadata.apiKeys.list((await getProject(parts.metadata.catalog, projectName)).id),
    noteUse: uses.note,
    flushUses: uses.flush,
  }
}
