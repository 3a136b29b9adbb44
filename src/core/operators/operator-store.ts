import type { Operator } from './operator.ts'
import type { Passkey } from './passkey.ts'
import type { Session, SessionHolder } from './session.ts'

export interface OperatorReads {
  /** By name. */
  list(): Promise<readonly Operator[]>
  find(id: string): Promise<Operator | undefined>
  findByName(name: string): Promise<Operator | undefined>
  findByExternalId(externalId: string): Promise<Operator | undefined>
  findSession(tokenHash: string): Promise<Session | undefined>
  /** Newest first. */
  listSessions(holder: SessionHolder): Promise<readonly Session[]>
  findPasskey(id: string): Promise<Passkey | undefined>
  /** Oldest first. */
  listPasskeys(operatorId: string): Promise<readonly Passkey[]>
}

export interface OperatorChanges extends Pick<OperatorReads, 'find' | 'findByName' | 'findByExternalId'> {
  /** Adds it, or replaces the one of the same id. */
  put(operator: Operator): Promise<void>
  /** With its sessions and passkeys. */
  remove(id: string): Promise<void>
  addSession(session: Session): Promise<void>
  touchSession(tokenHash: string, seenAt: number): Promise<void>
  endSession(tokenHash: string): Promise<void>
  /** All of a holder, but for one that is kept. */
  endSessions(holder: SessionHolder, kept?: string): Promise<void>
  /** Those that have expired by a moment (milliseconds since 1970); returns how many. */
  forgetSessions(now: number): Promise<number>
  addPasskey(passkey: Passkey): Promise<void>
  usePasskey(id: string, use: { readonly counter: number; readonly usedAt: number }): Promise<void>
  /** False when the operator has none of this id. */
  removePasskey(operatorId: string, id: string): Promise<boolean>
}
