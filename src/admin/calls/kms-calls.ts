import { keyArn, type KmsKey } from '../../core/encryption/kms-key.ts'
import type { InputOf } from '../contract.ts'
import type { Core } from '../../core/create-core.ts'

/** The key ring without its material. */
export function kmsCalls({ kmsKeys, settings: { region } }: Core) {
  const output = (key: KmsKey) => ({
    id: key.id,
    arn: keyArn(key, region),
    alias: key.alias ?? null,
    status: key.status,
    versions: key.materials.length,
    createdAt: new Date(key.createdAt).toISOString(),
  })
  return {
    listKmsKeys: async ({ project }: InputOf<'listKmsKeys'>) => ({
      keys: (await kmsKeys.list(project)).map(output),
    }),
    createKmsKey: async (input: InputOf<'createKmsKey'>) => output(await kmsKeys.create(input)),
    setKmsKeyStatus: async ({ id, status }: InputOf<'setKmsKeyStatus'>) =>
      output(await kmsKeys.setStatus(id, status)),
    rotateKmsKey: async ({ id }: InputOf<'rotateKmsKey'>) => output(await kmsKeys.rotate(id)),
  }
}
