import { isoTime } from '../../lib/iso-time.ts'
import { reachedNames } from '../project-names.ts'
import { S3Error } from '../../core/errors.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf, OutputOf } from '../contract.ts'
import type { Operator } from '../../core/operators/operator.ts'

type OperatorOutput = OutputOf<'createOperator'>

export const operatorCalls = (core: Core) => ({
  listOperators: async () => ({
    operators: await Promise.all(
      (await core.operators.list()).map((operator) => operatorOutput(core, operator)),
    ),
  }),
  createOperator: async ({ projects, ...given }: InputOf<'createOperator'>) =>
    operatorOutput(core, await core.operators.create({ ...given, projects: projects ?? undefined })),
  changeOperator: async ({ name, role, projects, dropSecondFactor, ...given }: InputOf<'changeOperator'>) => {
    const rights = rightsOf(role, projects)
    const change = { ...given, rights, dropsSecondFactor: dropSecondFactor }
    return operatorOutput(core, await core.operators.change(name, change))
  },
  deleteOperator: ({ name }: InputOf<'deleteOperator'>) => core.operators.delete(name),
})

/** Throws InvalidArgument for projects without a role: what they are for would be a guess. */
function rightsOf(role: Operator['role'] | undefined, projects: string[] | null | undefined) {
  if (role) return { role, projects: projects ?? undefined }
  if (projects === undefined) return undefined
  throw new S3Error('InvalidArgument', { message: 'Projects are given together with the role.' })
}

async function operatorOutput(core: Core, operator: Operator): Promise<OperatorOutput> {
  const { name, role, status, passwordHash, externalId, secondFactor, createdAt, signedInAt } = operator
  const passkeys = await core.operators.listPasskeys(operator.id)
  return {
    name,
    role,
    projects: await reachedNames(core.catalog, operator),
    status,
    signsInWith: [
      ...(passwordHash === undefined ? [] : ['password' as const]),
      ...(externalId === undefined ? [] : ['oidc' as const]),
      ...(passkeys.length === 0 ? [] : ['passkey' as const]),
    ],
    hasSecondFactor: secondFactor?.isConfirmed ?? false,
    createdAt: isoTime(createdAt),
    signedInAt: signedInAt === undefined ? null : isoTime(signedInAt),
  }
}
