import type { Knex } from 'knex'
import { passkeyChanges, passkeyReads } from './passkey-repository.ts'
import { sessionChanges, sessionReads } from './session-repository.ts'
import type { Operator, SecondFactor } from '../core/operators/operator.ts'
import type { OperatorChanges, OperatorReads } from '../core/operators/operator-store.ts'
import type { Sealer } from '../lib/seal.ts'

interface OperatorRow {
  id: string
  name: string
  role: Operator['role']
  projects: string | null
  status: Operator['status']
  password_hash: string | null
  sealed_factor: string | null
  external_id: string | null
  created_at: number
  signed_in_at: number | null
}

/** Second factors are sealed in the database and open in what it returns. */
export function operatorRepository(db: Knex, sealer: Sealer): OperatorReads {
  return { ...operatorReads(db, sealer), ...sessionReads(db), ...passkeyReads(db) }
}

export function operatorChanges(db: Knex, sealer: Sealer): OperatorChanges {
  const operators = () => db<OperatorRow>('operators')
  const sessions = sessionChanges(db)
  const passkeys = passkeyChanges(db)
  return {
    ...operatorReads(db, sealer),
    ...sessions,
    ...passkeys,
    put: async (operator) => {
      await operators().insert(rowFrom(operator, sealer)).onConflict('id').merge()
    },
    remove: async (id) => {
      await sessions.endSessions({ kind: 'operator', id })
      await passkeys.removePasskeys(id)
      await operators().where({ id }).delete()
    },
  }
}

function operatorReads(db: Knex, sealer: Sealer) {
  const operators = () => db<OperatorRow>('operators')
  const findOne = async (where: Partial<OperatorRow>): Promise<Operator | undefined> => {
    const row = await operators().where(where).first()
    return row && operatorFrom(row, sealer)
  }
  return {
    list: async () => (await operators().orderBy('name')).map((row) => operatorFrom(row, sealer)),
    find: (id: string) => findOne({ id }),
    findByName: (name: string) => findOne({ name }),
    findByExternalId: (externalId: string) => findOne({ external_id: externalId }),
  }
}

const operatorFrom = (row: OperatorRow, sealer: Sealer): Operator => ({
  id: row.id,
  name: row.name,
  role: row.role,
  projects: row.projects === null ? undefined : (JSON.parse(row.projects) as readonly string[]),
  status: row.status,
  passwordHash: row.password_hash ?? undefined,
  secondFactor:
    row.sealed_factor === null
      ? undefined
      : (JSON.parse(sealer.open(row.sealed_factor, rowName(row.id))) as SecondFactor),
  externalId: row.external_id ?? undefined,
  createdAt: row.created_at,
  signedInAt: row.signed_in_at ?? undefined,
})

const rowFrom = (operator: Operator, sealer: Sealer): OperatorRow => ({
  id: operator.id,
  name: operator.name,
  role: operator.role,
  projects: operator.projects ? JSON.stringify(operator.projects) : null,
  status: operator.status,
  password_hash: operator.passwordHash ?? null,
  sealed_factor: operator.secondFactor
    ? sealer.seal(JSON.stringify(operator.secondFactor), rowName(operator.id))
    : null,
  external_id: operator.externalId ?? null,
  created_at: operator.createdAt,
  signed_in_at: operator.signedInAt ?? null,
})

const rowName = (id: string) => `operators/${id}`
