import { S3Error } from '../errors.ts'
import { getProject } from '../projects/get-project.ts'
import type { AccessKey } from './access-key.ts'
import type { Parts } from '../parts.ts'

export interface NewAccessKey {
  /** The project's name. */
  readonly project: string
  readonly name: string
  /** Given together with its secret to import a key; otherwise both are made. */
  readonly id?: string | undefined
  readonly secret?: string | undefined
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | undefined
}

const idPattern = /^[\w.+@-]{3,128}$/
const secretPattern = /^[\x21-\x7e]{8,128}$/

/** The key with its secret, which nothing shows again. Throws NoSuchEntity, InvalidArgument or EntityAlreadyExists. */
export const createAccessKey =
  ({ metadata, clock, ids }: Pick<Parts, 'metadata' | 'clock' | 'ids'>) =>
  async (wanted: NewAccessKey): Promise<AccessKey> => {
    checkGiven(wanted)
    return metadata.transaction(async (tx) => {
      const project = await getProject(tx, wanted.project)
      const key: AccessKey = {
        id: wanted.id ?? ids.accessKeyId(),
        secret: wanted.secret ?? ids.secretKey(),
        projectId: project.id,
        name: wanted.name,
        status: 'active',
        createdAt: clock.now(),
        expiresAt: wanted.expiresAt,
      }
      if (await tx.findAccessKey(key.id)) {
        throw new S3Error('EntityAlreadyExists', { message: `There is an access key ${key.id} already.` })
      }
      await tx.createAccessKey(key)
      return key
    })
  }

function checkGiven({ id, secret }: NewAccessKey): void {
  if ((id === undefined) !== (secret === undefined))
    throw invalid('id', 'An imported key needs both its id and its secret.')
  if (id !== undefined && !idPattern.test(id))
    throw invalid('id', 'An access key id has 3 to 128 letters, digits or any of . _ - + @')
  if (secret !== undefined && !secretPattern.test(secret))
    throw invalid('secret', 'A secret has 8 to 128 printable ASCII characters.')
}

const invalid = (ArgumentName: string, message: string) =>
  new S3Error('InvalidArgument', { message, detail: { ArgumentName } })
