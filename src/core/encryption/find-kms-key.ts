import { S3Error } from '../errors.ts'
import { managedAlias, parseKeyRef, type KmsKey } from './kms-key.ts'
import { createKey } from '../../lib/key-wrap.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

type KeyParts = Pick<Parts, 'metadata' | 'clock' | 'ids' | 'settings'>

/**
 * The key with which a caller may encrypt: the one named, else the one that the server keeps for the caller's project.
 * Throws KMS.NotFoundException, KMS.DisabledException, AccessDenied for a key of another project or without a project.
 */
export async function getKmsKey(parts: KeyParts, caller: Caller, keyId: string | undefined): Promise<KmsKey> {
  const projectId = projectOf(caller)
  const key = keyId === undefined ? await managedKey(parts, projectId) : await named(parts, projectId, keyId)
  refuseDisabled(key)
  return key
}

/** Nobody else's keys can be used: there are no key policies yet that would say so. */
function projectOf(caller: Caller): string {
  if (caller.kind !== 'anonymous') return caller.project.id
  throw new S3Error('AccessDenied', {
    message: 'Requests specifying Server Side Encryption with AWS KMS managed keys must be signed.',
  })
}

async function named(
  { metadata: { catalog }, settings }: KeyParts,
  projectId: string,
  text: string,
): Promise<KmsKey> {
  const { kind, name, place } = parseKeyRef(text)
  if (place && place.projectId !== projectId) throw notYours(text)
  const isHere = !place || place.region === settings.region
  const find = () => (kind === 'id' ? catalog.findKmsKey(name) : catalog.findKmsAlias(projectId, name))
  const key = isHere ? await find() : undefined
  if (key?.projectId === projectId) return key
  throw new S3Error('KMS.NotFoundException', { message: `Invalid keyId ${text}` })
}

/** Throws KMS.DisabledException. */
export function refuseDisabled({ id, status }: KmsKey): void {
  if (status === 'disabled') throw new S3Error('KMS.DisabledException', { message: `${id} is disabled.` })
}

const notYours = (key: string) =>
  new S3Error('AccessDenied', {
    message: `The caller is not authorized to perform: kms:GenerateDataKey on resource: ${key}`,
  })

async function managedKey(parts: KeyParts, projectId: string): Promise<KmsKey> {
  const { metadata, clock, ids } = parts
  const known = await metadata.catalog.findKmsAlias(projectId, managedAlias)
  if (known) return known
  return metadata.transaction(async (tx) => {
    const existing = await tx.findKmsAlias(projectId, managedAlias)
    if (existing) return existing
    const key = newKmsKey({ clock, ids }, { projectId, alias: managedAlias })
    await tx.createKmsKey(key)
    return key
  })
}

export const newKmsKey = (
  { clock, ids }: Pick<Parts, 'clock' | 'ids'>,
  { projectId, alias }: Pick<KmsKey, 'projectId' | 'alias'>,
): KmsKey => ({
  id: ids.uuid(),
  projectId,
  alias,
  status: 'enabled',
  createdAt: clock.now(),
  materials: [createKey()],
})
