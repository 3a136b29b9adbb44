import { operatorOf } from './session-calls.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

/** Each about their own account. */
export const secondFactorCalls = ({ operators }: Pick<Core, 'operators'>) => ({
  beginSecondFactor: (_: unknown, { actor }: CallContext) => operators.beginFactor(operatorOf(actor).id),
  confirmSecondFactor: async ({ code }: InputOf<'confirmSecondFactor'>, { actor }: CallContext) => ({
    recoveryCodes: [...(await operators.confirmFactor(operatorOf(actor).id, code))],
  }),
  dropSecondFactor: ({ code }: InputOf<'dropSecondFactor'>, { actor }: CallContext) =>
    operators.dropFactor(operatorOf(actor).id, code),
})
