import { S3Error } from '../errors.ts'
import { parsePolicy } from '../policy/language/policy.ts'
import { getProject } from '../projects/get-project.ts'
import { scopePolicy, type KeyScope } from './key-scope.ts'
import type { AccessKey } from './access-key.ts'
import type { Parts } from '../parts.ts'
import { patched, type Patch } from '../usage/patch.ts'
import type { Rates } from '../usage/rates.ts'

export interface NewAccessKey {
  /** The project's name. */
  readonly project: string
  readonly name: string
  /** Given together with its secret to import a key; otherwise both are made. */
  readonly id?: string | undefined
  readonly secret?: string | undefined
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | undefined
  readonly scope?: KeyScope | undefined
  /** A policy document that must allow what is done with the key; in place of a scope. */
  readonly policy?: string | undefined
  readonly rates?: Patch<Rates> | undefined
}

const idPattern = /^[\w.+@-]{3,128}$/
const secretPattern = /^[\x21-\x7e]{8,128}$/

/** The key with its secret, which nothing shows again. Throws NoSuchEntity, InvalidArgument, MalformedPolicy or EntityAlreadyExists. */
export const createAccessKey =
  ({ metadata, clock, ids }: Pick<Parts, 'metadata' | 'clock' | 'ids'>) =>
  async (wanted: NewAccessKey): Promise<AccessKey> => {
    checkGiven(wanted)
    const policy = policyOf(wanted)
    const rates = patched<Rates>(undefined, wanted.rates ?? {})
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
        ...(policy !== undefined && { policy }),
        ...(rates && { rates }),
      }
      if (await tx.findAccessKey(key.id)) {
        throw new S3Error('EntityAlreadyExists', { message: `There is an access key ${key.id} already.` })
      }
      await tx.createAccessKey(key)
      return key
    })
  }

function checkGiven({ id, secret, scope, policy }: NewAccessKey): void {
  if ((id === undefined) !== (secret === undefined))
    throw invalid('id', 'An imported key needs both its id and its secret.')
  if (id !== undefined && !idPattern.test(id))
    throw invalid('id', 'An access key id has 3 to 128 letters, digits or any of . _ - + @')
  if (secret !== undefined && !secretPattern.test(secret))
    throw invalid('secret', 'A secret has 8 to 128 printable ASCII characters.')
  if (scope && policy !== undefined)
    throw invalid('policy', 'A key has either a scope or a policy of its own.')
}

function policyOf({ scope, policy }: NewAccessKey): string | undefined {
  if (policy !== undefined) parsePolicy(policy, { hasPrincipals: false, hasResources: true })
  return policy ?? (scope && scopePolicy(scope))
}

const invalid = (ArgumentName: string, message: string) =>
  new S3Error('InvalidArgument', { message, detail: { ArgumentName } })
