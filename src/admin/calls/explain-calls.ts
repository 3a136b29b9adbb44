import { S3Error } from '../../core/errors.ts'
import { getProject } from '../../core/projects/get-project.ts'
import { reaches, type Actor } from '../../core/operators/actor.ts'
import { operations, type OperationRow } from '../../s3/operations.ts'
import type { Asker } from '../../core/policy/asker.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { Explanation } from '../../core/policy/explain.ts'
import type { InputOf } from '../contract.ts'
import type { LoggedRequest } from '../../core/request-log/request-entry.ts'
import type { Opinion } from '../../core/policy/opinion.ts'
import type { Project } from '../../core/projects/project.ts'

type ExplainParts = Pick<Core, 'catalog' | 'policies' | 'requests'>

export const explainCalls = ({ catalog, policies, requests }: ExplainParts) => ({
  simulateAccess: async (
    { project: name, asker, action, bucket, key, versionId, resource, facts }: InputOf<'simulateAccess'>,
    { actor }: CallContext,
  ) => {
    const project = await getProject(catalog, name)
    await refuseStrange(catalog, { actor, project, bucket, asker })
    const of: Asker = 'id' in asker || asker.kind === 'anonymous' ? asker : { ...asker, project: name }
    return explanationOutput(
      await policies.explain({ asker: of, action, on: { bucket, key, versionId }, resource, facts }),
    )
  },
  explainRequest: async ({ project: name, requestId }: InputOf<'explainRequest'>) => {
    const { id } = await getProject(catalog, name)
    const { entries } = await requests.search({ requestId, projectIds: [id], limit: 1 })
    const [entry] = entries
    if (!entry)
      throw new S3Error('NoSuchEntity', { message: `The log has no request ${requestId} of this project.` })
    const action = actionOf(entry)
    const { keyId, bucket, key, operation, status, error, address } = entry
    const explanation = await policies.explain({
      asker: keyId === undefined ? { kind: 'anonymous' } : { kind: 'access-key', id: keyId },
      action,
      on: { bucket, key },
      facts: address === undefined ? {} : { 'aws:SourceIp': [address] },
    })
    return { operation, action, status, error: error ?? null, ...explanationOutput(explanation) }
  },
})

/** Throws InvalidArgument for what needs no permission of S3's. */
function actionOf({ operation }: LoggedRequest): string {
  const row = (operations as Readonly<Record<string, OperationRow | undefined>>)[operation]
  if (row) return row.action
  throw new S3Error('InvalidArgument', { message: `${operation} is not decided by policies.` })
}

interface Simulation {
  readonly actor: Actor
  readonly project: Project
  readonly bucket: string | undefined
  readonly asker: InputOf<'simulateAccess'>['asker']
}

/** Throws AccessDenied for a key or a bucket of a project that the actor does not reach: the answer tells of their policies. */
async function refuseStrange(
  catalog: Core['catalog'],
  { actor, project, bucket, asker }: Simulation,
): Promise<void> {
  const key = 'id' in asker ? await catalog.findAccessKey(asker.id) : undefined
  const found = bucket === undefined ? undefined : await catalog.findBucket(project.namespace, bucket)
  for (const thing of [key, found]) {
    if (thing && !reaches(actor, thing.projectId))
      throw new S3Error('AccessDenied', {
        message: 'The key or the bucket belongs to a project that is not yours.',
      })
  }
}

const explanationOutput = ({ decision, decidedBy, opinions }: Explanation) => ({
  decision,
  decidedBy: decidedBy ? opinionOutput(decidedBy) : null,
  opinions: opinions.map(opinionOutput),
})

const opinionOutput = ({ source, says, policy, statement }: Opinion) => ({
  source,
  says: says ?? null,
  policy: policy ?? null,
  statement: statement ? { id: statement.id ?? null, index: statement.index } : null,
})
