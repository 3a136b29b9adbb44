import { changeOperator, changePassword, createOperator, deleteOperator } from './operator-accounts.ts'
import { signInExternally } from './external-operator.ts'
import { addPasskey, removePasskey, signInByPasskey } from './passkeys.ts'
import { beginFactor, confirmFactor, dropFactor } from './second-factor.ts'
import { endSession, findActor, sessionOf } from './sessions.ts'
import { signIn } from './sign-in.ts'
import type { Actor } from './actor.ts'
import type { Parts } from '../parts.ts'

/** Who may use the admin API, and how they show that they are it. */
export const operatorUseCases = (parts: Parts) => {
  const { operators } = parts.metadata
  return {
    list: () => operators.list(),
    create: createOperator(parts),
    change: changeOperator(parts),
    changePassword: changePassword(parts),
    delete: deleteOperator(parts),
    signIn: signIn(parts),
    signInExternally: signInExternally(parts),
    signInByPasskey: signInByPasskey(parts),
    findActor: findActor(parts),
    endSession: endSession(parts),
    listSessions: (actor: Actor) => operators.listSessions(sessionOf(actor).holder),
    forgetSessions: () => parts.metadata.transaction((tx) => tx.operators.forgetSessions(parts.clock.now())),
    beginFactor: beginFactor(parts),
    confirmFactor: confirmFactor(parts),
    dropFactor: dropFactor(parts),
    addPasskey: addPasskey(parts),
    removePasskey: removePasskey(parts),
    findPasskey: (id: string) => operators.findPasskey(id),
    listPasskeys: (operatorId: string) => operators.listPasskeys(operatorId),
  }
}
