import { openTemporaryCore } from '../temporary-core.ts'
import { alice } from '../projects.ts'
import { arnOf } from '../../../src/core/iam/arn.ts'
import type { Core } from '../../../src/core/create-core.ts'
import type { Metadata } from '../../../src/core/ports.ts'

/** The JSON of a policy that allows an action on everything. */
export const allowing = (action: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
  })

/** The JSON of a trust policy by which everyone may assume a role. */
export const trustingAll = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '*' } }],
})

export interface IamProject {
  readonly iam: Core['iam']
  readonly metadata: Metadata
  readonly projectId: string
  /** Moves the clock. */
  setTime(now: number): void
  /** Creates a managed policy; its ARN. */
  createPolicy(name: string, action: string): Promise<string>
  close(): Promise<void>
}

/** The IAM of an empty project, at the time 1000. */
export async function openIamProject(): Promise<IamProject> {
  let now = 1000
  const temporary = await openTemporaryCore(undefined, { clock: { now: () => now } })
  const { core, metadata } = temporary
  return {
    iam: core.iam,
    metadata,
    projectId: alice.id,
    setTime: (time) => {
      now = time
    },
    createPolicy: async (name, action) =>
      arnOf(await core.iam.policies.create(alice.id, { name, document: allowing(action) })),
    close: () => temporary.close(),
  }
}
