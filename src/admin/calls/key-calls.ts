import { isoTime } from '../iso-time.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { AccessKey } from '../../core/credentials/access-key.ts'

export const keyCalls = ({ catalog, credentials }: Core) => ({
  listKeys: async ({ project }: InputOf<'listKeys'>) => {
    const keys = await credentials.list(project)
    return { keys: keys.map((key) => keyOutput(key, project)) }
  },
  createKey: async ({ name = '', expiresAt, ...given }: InputOf<'createKey'>) => {
    const expires = expiresAt === undefined ? undefined : Date.parse(expiresAt)
    const key = await credentials.create({ ...given, name, expiresAt: expires })
    const { id, ...rest } = keyOutput(key, given.project)
    return { id, secret: key.secret, ...rest }
  },
  setKeyStatus: async ({ id, status }: InputOf<'setKeyStatus'>) => {
    const key = await credentials.setStatus(id, status)
    const project = await catalog.findProject(key.projectId)
    return keyOutput(key, project?.name ?? '')
  },
  deleteKey: ({ id }: InputOf<'deleteKey'>) => credentials.delete(id),
})

const keyOutput = ({ id, name, status, createdAt, expiresAt }: AccessKey, project: string) => ({
  id,
  project,
  name,
  status,
  createdAt: isoTime(createdAt),
  expiresAt: expiresAt === undefined ? null : isoTime(expiresAt),
})
