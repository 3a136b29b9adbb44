import { ratesOutput } from '../bounds-output.ts'
import { refuseRootName } from '../refuse-root-name.ts'
import { isoTime } from '../../lib/iso-time.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { AccessKey } from '../../core/credentials/access-key.ts'
import type { ListedAccessKey } from '../../core/credentials/list-access-keys.ts'

export function keyCalls({ catalog, credentials }: Core) {
  const projectOf = async ({ projectId }: AccessKey) => (await catalog.findProject(projectId))?.name ?? ''
  const newKeyOutput = async (key: AccessKey) => {
    const { id, ...rest } = keyOutput(key, await projectOf(key))
    return { id, secret: key.secret, ...rest }
  }
  return {
    listKeys: async ({ project }: InputOf<'listKeys'>) => {
      const keys = await credentials.list(project)
      return { keys: keys.map((listed) => listedOutput(listed, project)) }
    },
    createKey: async ({ name = '', expiresAt, ...given }: InputOf<'createKey'>, { actor }: CallContext) => {
      refuseRootName(actor, { ...given, name })
      const expires = expiresAt === undefined ? undefined : Date.parse(expiresAt)
      return newKeyOutput(await credentials.create({ ...given, name, expiresAt: expires }))
    },
    rotateKey: async ({ id, overlapSeconds }: InputOf<'rotateKey'>) =>
      newKeyOutput(await credentials.rotate(id, { overlapMs: overlapSeconds * 1000 })),
    setKeyStatus: async ({ id, status }: InputOf<'setKeyStatus'>) => {
      const key = await credentials.setStatus(id, status)
      return keyOutput(key, await projectOf(key))
    },
    deleteKey: ({ id }: InputOf<'deleteKey'>) => credentials.delete(id),
  }
}

const keyOutput = (key: AccessKey, project: string) => ({
  id: key.id,
  project,
  name: key.name,
  status: key.status,
  policy: key.policy ?? null,
  rates: ratesOutput(key.rates),
  createdAt: isoTime(key.createdAt),
  expiresAt: key.expiresAt === undefined ? null : isoTime(key.expiresAt),
})

const listedOutput = ({ key, lastUse }: ListedAccessKey, project: string) => ({
  ...keyOutput(key, project),
  lastUse: lastUse ? { at: isoTime(lastUse.at), operation: lastUse.operation } : null,
})
