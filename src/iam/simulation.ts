import { S3Error } from '../core/errors.ts'
import { arnOf, parseArn } from '../core/iam/arn.ts'
import { contextKey, type ContextValues } from '../core/policy/language/context.ts'
import type { Core } from '../core/create-core.ts'
import type { Opinion } from '../core/policy/opinion.ts'
import type { ProjectCaller } from '../core/caller.ts'

interface ContextEntry {
  readonly ContextKeyName?: string | undefined
  readonly ContextKeyValues?: readonly string[] | undefined
}

/** What conditions would find in the request. */
export function contextFrom(entries: readonly ContextEntry[] = []): ContextValues {
  const values = new Map(
    entries.map(({ ContextKeyName = '', ContextKeyValues = [] }) => [
      contextKey(ContextKeyName),
      ContextKeyValues,
    ]),
  )
  return (key) => values.get(key)
}

/** Who would ask. */
interface Source {
  readonly kind: 'user' | 'role'
  readonly name: string
}

/** The user or role of an ARN in the project of who simulates. Throws NoSuchEntity, NotImplemented for a group. */
export async function getSource({ iam }: Core, { project }: ProjectCaller, arn: string): Promise<Source> {
  if (parseArn('group', arn)) throw new S3Error('NotImplemented', { message: 'Groups are not simulated.' })
  for (const kind of ['user', 'role'] as const) {
    const parts = parseArn(kind, arn)
    if (parts?.projectId !== project.id) continue
    const { name } = parts
    const found = await (kind === 'user' ? iam.users : iam.roles).get(project.id, name)
    if (arnOf(found) === arn) return { kind, name: found.name }
  }
  throw new S3Error('NoSuchEntity', { message: `${arn} cannot be found.` })
}

/** What became of one action on one resource. */
export interface Simulated {
  readonly action: string
  readonly resource: string
  readonly isAllowed: boolean
  readonly opinions: readonly Opinion[]
}

export const resultOutput =
  (source: Source) =>
  ({ action, resource, isAllowed, opinions }: Simulated) => ({
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: isAllowed ? ('allowed' as const) : refusalIn(opinions),
    MatchedStatements: opinions
      .filter(({ statement }) => statement)
      .map(({ policy = '' }) => ({ SourcePolicyId: policy, SourcePolicyType: typeOf(policy, source) })),
    MissingContextValues: [],
    PermissionsBoundaryDecisionDetail: boundaryOutput(opinions),
  })

const isDenied = (opinions: readonly Opinion[]) => opinions.some(({ says }) => says === 'deny')
const refusalIn = (opinions: readonly Opinion[]): 'explicitDeny' | 'implicitDeny' =>
  isDenied(opinions) ? 'explicitDeny' : 'implicitDeny'

type PolicyType = 'aws-managed' | 'user-managed' | 'group' | Source['kind']

/** Managed policies go by their ARNs, inline ones by the name of who has them. */
function typeOf(policy: string, { kind, name }: Source): PolicyType {
  if (policy.startsWith('arn:aws:iam::aws:')) return 'aws-managed'
  if (policy.startsWith('arn:')) return 'user-managed'
  return policy.startsWith(`${name}/`) ? kind : 'group'
}

function boundaryOutput(opinions: readonly Opinion[]) {
  const ofBoundary = opinions.filter(({ source }) => source === 'boundary')
  if (ofBoundary.length === 0) return undefined
  const isAllowed = !isDenied(ofBoundary) && ofBoundary.some(({ says }) => says === 'allow')
  return { AllowedByPermissionsBoundary: isAllowed }
}
