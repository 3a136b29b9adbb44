import { S3Error } from '../../core/errors.ts'
import { operation } from '../operation.ts'
import { contextFrom, getSource, simulate, typeOf } from '../simulation.ts'

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
    return simulate(core, asker, { ...input, typeOf: (policy) => typeOf(policy, source) })
  },
)
