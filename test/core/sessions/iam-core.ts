import { openTemporaryCore } from '../temporary-core.ts'
import { documentOf, type StatementText } from '../policy/people.ts'
import { alice, callerOf } from '../projects.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { Metadata } from '../../../src/core/ports.ts'
import type { Parts } from '../../../src/core/parts.ts'
import type { ProjectCaller } from '../../../src/core/caller.ts'
import type { TemporaryCredentials } from '../../../src/core/sessions/issue-session.ts'

export interface IamCore {
  readonly core: Core
  readonly metadata: Metadata
  /** In milliseconds since 1970; what the core takes for now. */
  now: number
  /** Signs in with what was issued. */
  signIn(credentials: Pick<TemporaryCredentials, 'accessKeyId' | 'sessionToken'>): Promise<ProjectCaller>
  /** Makes a user of a project, with policies and a key that signs in. */
  user(name: string, statements?: readonly StatementText[], projectId?: string): Promise<ProjectCaller>
  /** Makes a role of alice's that trusts what the statement says; answers with its ARN. */
  role(name: string, trust: StatementText, statements?: readonly StatementText[]): Promise<string>
  close(): Promise<void>
}

export const root = callerOf(alice)

/** A statement of a trust policy. */
export const trusting = (AWS: string, more: StatementText = {}): StatementText => ({
  Principal: { AWS },
  Action: 'sts:AssumeRole',
  ...more,
})

export const trustDocument = (...statements: readonly StatementText[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
  })

export async function openIamCore(given: { readonly webTokens?: Parts['webTokens'] } = {}): Promise<IamCore> {
  const clock = { now: () => shop.now }
  const store = await openTemporaryCore(undefined, { clock, ...given })
  const { core, metadata } = store
  const signInWith = async (id: string, token?: string) =>
    (await core.credentials.findSigner(id, token)).caller
  const shop: IamCore = {
    core,
    metadata,
    now: Date.parse('2026-01-01T00:00:00Z'),
    signIn: ({ accessKeyId, sessionToken }) => signInWith(accessKeyId, sessionToken),
    user: async (name, statements = [], projectId = alice.id) => {
      await core.iam.users.create(projectId, { name })
      if (statements.length > 0)
        await core.iam.inlinePolicies.put(
          projectId,
          { kind: 'user', name },
          { name: 'p', document: documentOf(...statements) },
        )
      return signInWith((await core.iam.accessKeys.create(projectId, name)).id)
    },
    role: async (name, trust, statements = []) => {
      await core.iam.roles.create(alice.id, { name, trustPolicy: trustDocument(trust) })
      if (statements.length > 0)
        await core.iam.inlinePolicies.put(
          alice.id,
          { kind: 'role', name },
          { name: 'p', document: documentOf(...statements) },
        )
      return `arn:aws:iam::${alice.id}:role/${name}`
    },
    close: () => store.close(),
  }
  return shop
}
