import type { Knex } from 'knex'
import type { Session, SessionHolder } from '../core/operators/session.ts'

interface SessionRow {
  token_hash: string
  operator_id: string | null
  root_key_id: string | null
  address: string
  agent: string
  created_at: number
  seen_at: number
  expires_at: number
}

export function sessionReads(db: Knex) {
  const sessions = () => db<SessionRow>('operator_sessions')
  return {
    findSession: async (tokenHash: string): Promise<Session | undefined> => {
      const row = await sessions().where({ token_hash: tokenHash }).first()
      return row && sessionFrom(row)
    },
    listSessions: async (holder: SessionHolder): Promise<readonly Session[]> =>
      (await sessions().where(columnsOf(holder)).orderBy('created_at', 'desc')).map(sessionFrom),
  }
}

export function sessionChanges(db: Knex) {
  const sessions = () => db<SessionRow>('operator_sessions')
  return {
    addSession: async ({ tokenHash, holder, address, agent, createdAt, seenAt, expiresAt }: Session) => {
      await sessions().insert({
        token_hash: tokenHash,
        ...columnsOf(holder),
        address,
        agent,
        created_at: createdAt,
        seen_at: seenAt,
        expires_at: expiresAt,
      })
    },
    touchSession: async (tokenHash: string, seenAt: number) => {
      await sessions().where({ token_hash: tokenHash }).update({ seen_at: seenAt })
    },
    endSession: async (tokenHash: string) => {
      await sessions().where({ token_hash: tokenHash }).delete()
    },
    endSessions: async (holder: SessionHolder, kept = '') => {
      await sessions().where(columnsOf(holder)).whereNot({ token_hash: kept }).delete()
    },
    forgetSessions: (now: number): Promise<number> => sessions().where('expires_at', '<=', now).delete(),
  }
}

const columnsOf = (holder: SessionHolder) =>
  holder.kind === 'operator'
    ? { operator_id: holder.id, root_key_id: null }
    : { operator_id: null, root_key_id: holder.accessKeyId }

const sessionFrom = (row: SessionRow): Session => ({
  tokenHash: row.token_hash,
  holder:
    row.operator_id === null
      ? { kind: 'root', accessKeyId: row.root_key_id ?? '' }
      : { kind: 'operator', id: row.operator_id },
  address: row.address,
  agent: row.agent,
  createdAt: row.created_at,
  seenAt: row.seen_at,
  expiresAt: row.expires_at,
})
