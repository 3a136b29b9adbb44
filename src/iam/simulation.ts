import { S3Error } from '../core/errors.ts'
import { arnOf, parseArn } from '../core/iam/arn.ts'
import { pageWithin } from '../core/iam/paging.ts'
import { paging, type PageInput } from './page-input.ts'
import { pageOutput } from './page-output.ts'
import { contextKey, type ContextValues } from '../core/policy/language/context.ts'
import type { Core } from '../core/create-core.ts'
import type { Opinion } from '../core/policy/opinion.ts'
import type { Caller, ProjectCaller } from '../core/caller.ts'

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

interface Simulation extends PageInput {
  readonly ActionNames: readonly string[]
  readonly ResourceArns?: readonly string[] | undefined
  /** What kind of policy one of a name is. */
  readonly typeOf: (policy: string) => PolicyType
}

/** What becomes of each action on each resource, a page of it. */
export function simulate(
  { policies }: Core,
  asker: Caller,
  { ActionNames, ResourceArns: resources = ['*'], typeOf, ...asked }: Simulation,
) {
  const questions = ActionNames.flatMap((action) => resources.map((resource) => ({ action, resource })))
  const places = new Map(questions.map((question, n) => [question, String(n).padStart(8, '0')]))
  const page = pageWithin(questions, (question) => places.get(question) ?? '', paging(asked))
  const results = page.items.map(({ action, resource }) => {
    const opinions: Opinion[] = []
    const record = (opinion: Opinion) => opinions.push(opinion)
    const decision = policies.decideAction(asker, { action, resource, record })
    return {
      EvalActionName: action,
      EvalResourceName: resource,
      EvalDecision: decision === 'allow' ? ('allowed' as const) : refusalIn(opinions),
      MatchedStatements: opinions
        .filter(({ statement }) => statement)
        .map(({ policy = '' }) => ({ SourcePolicyId: policy, SourcePolicyType: typeOf(policy) })),
      MissingContextValues: [],
      PermissionsBoundaryDecisionDetail: boundaryOutput(opinions),
    }
  })
  return { EvaluationResults: results, ...pageOutput(page) }
}

const isDenied = (opinions: readonly Opinion[]) => opinions.some(({ says }) => says === 'deny')
const refusalIn = (opinions: readonly Opinion[]): 'explicitDeny' | 'implicitDeny' =>
  isDenied(opinions) ? 'explicitDeny' : 'implicitDeny'

type PolicyType = 'aws-managed' | 'user-managed' | 'group' | 'none' | Source['kind']

/** Managed policies go by their ARNs, inline ones by the name of who has them. */
export function typeOf(policy: string, { kind, name }: Source): PolicyType {
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
