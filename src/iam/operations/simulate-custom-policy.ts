import { S3Error } from '../../core/errors.ts'
import { compileIdentityPolicy, type NamedPolicy } from '../../core/policy/identity-policy.ts'
import { operation } from '../operation.ts'
import { contextFrom, simulate } from '../simulation.ts'
import type { ProjectCaller } from '../../core/caller.ts'

const unsupported = ['ResourcePolicy', 'ResourceOwner', 'CallerArn', 'ResourceHandlingOption'] as const

/** Of policies that nobody has, as far as the request shows them. */
export const simulateCustomPolicy = operation('SimulateCustomPolicy', ({ input, caller, core }) => {
  const extra = unsupported.find((name) => input[name] !== undefined)
  if (extra !== undefined) throw new S3Error('NotImplemented', { message: `${extra} is not implemented.` })
  const { PermissionsBoundaryPolicyInputList: boundary } = input
  const asker: ProjectCaller = {
    ...caller,
    principal: nobody(caller, policiesOf('PolicyInputList', input.PolicyInputList)),
    limits: boundary && [
      { kind: 'boundary', policies: policiesOf('PermissionsBoundaryPolicyInputList', boundary) },
    ],
    request: contextFrom(input.ContextEntries),
  }
  return Promise.resolve(simulate(core, asker, { ...input, typeOf: () => 'none' }))
})

/** Each goes by its place in the list. Throws InvalidInput. */
const policiesOf = (list: string, documents: readonly string[]): readonly NamedPolicy[] =>
  documents.map((document, index) => {
    const name = `${list}.${String(index + 1)}`
    try {
      return compileIdentityPolicy(name, document)
    } catch (error) {
      throw new S3Error('InvalidInput', { message: `${name}: ${(error as Error).message}` })
    }
  })

const nobody = ({ project }: ProjectCaller, policies: readonly NamedPolicy[]) => ({
  kind: 'user' as const,
  userId: project.id,
  userName: undefined,
  arn: '',
  arns: [],
  policies,
  facts: () => undefined,
})
