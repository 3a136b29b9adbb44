import { isoTime } from '../../lib/iso-time.ts'
import type { ApiKey, NewApiKey } from '../../core/api-keys/api-key.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

export function apiKeyCalls({ apiKeys, catalog }: Pick<Core, 'apiKeys' | 'catalog'>) {
  const shown = async (key: ApiKey) => {
    const project = await catalog.findProject(key.projectId)
    return keyOutput(key, project?.name ?? '')
  }
  const shownNew = async ({ key, token }: NewApiKey) => {
    const { id, ...rest } = await shown(key)
    return { id, token, ...rest }
  }
  return {
    listApiKeys: async ({ project }: InputOf<'listApiKeys'>) => ({
      keys: (await apiKeys.list(project)).map((key) => keyOutput(key, project)),
    }),
    createApiKey: async ({ name = '', expiresAt, ...given }: InputOf<'createApiKey'>) => {
      const expires = expiresAt === undefined ? undefined : Date.parse(expiresAt)
      return shownNew(await apiKeys.create({ ...given, name, expiresAt: expires }))
    },
    regenerateApiKey: async ({ id }: InputOf<'regenerateApiKey'>) => shownNew(await apiKeys.regenerate(id)),
    setApiKeyStatus: async ({ id, status }: InputOf<'setApiKeyStatus'>) =>
      shown(await apiKeys.setStatus(id, status)),
    deleteApiKey: ({ id }: InputOf<'deleteApiKey'>) => apiKeys.delete(id),
  }
}

const timeOrNull = (time: number | undefined) => (time === undefined ? null : isoTime(time))

const keyOutput = (key: ApiKey, project: string) => ({
  id: key.id,
  project,
  name: key.name,
  status: key.status,
  policy: key.policy ?? null,
  createdAt: isoTime(key.createdAt),
  expiresAt: timeOrNull(key.expiresAt),
  lastUsedAt: timeOrNull(key.lastUsedAt),
})
