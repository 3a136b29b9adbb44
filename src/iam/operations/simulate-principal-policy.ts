import { S3Error } from '../../core/errors.ts'
import { pageWithin } from '../../core/iam/paging.ts'
import { operation } from '../operation.ts'
import { paging } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'
import { contextFrom, getSource, resultOutput, type Simulated } from '../simulation.ts'
import type { Opinion } from '../../core/policy/opinion.ts'

const unsupported = [
  'PolicyInputList',
  'PermissionsBoundaryPolicyInputList',
  'PolicyExclusionList',
  'ResourcePolicy',
  'ResourceOwner',
  'CallerArn',
  'ResourceHandlingOption',
] as const

/** Of the policies and the boundary of a user or role; bucket policies are not asked, as AWS asks none. */
export const simulatePrincipalPolicy = operation(
  'SimulatePrincipalPolicy',
  async ({ input, caller, core }) => {
    const extra = unsupported.find((name) => input[name] !== undefined)
    if (extra !== undefined) throw new S3Error('NotImplemented', { message: `${extra} is not implemented.` })
    const source = await getSource(core, caller, input.PolicySourceArn)
    const asker = {
      ...(await core.policies.findAsker({ ...source, project: caller.project.name })),
      request: contextFrom(input.ContextEntries),
    }
    const ask = (action: string, resource: string): Simulated => {
      const opinions: Opinion[] = []
      const record = (opinion: Opinion) => opinions.push(opinion)
      const decision = core.policies.decideAction(asker, { action, resource, record })
      return { action, resource, isAllowed: decision === 'allow', opinions }
    }
    const { ResourceArns: resources = ['*'] } = input
    const results = input.ActionNames.flatMap((action) => resources.map((arn) => ask(action, arn)))
    const places = new Map(results.map((result, n) => [result, String(n).padStart(8, '0')]))
    const page = pageWithin(results, (result) => places.get(result) ?? '', paging(input))
    return { EvaluationResults: page.items.map(resultOutput(source)), ...pageOutput(page) }
  },
)
