import type { Knex } from 'knex'
import type { Passkey } from '../core/operators/passkey.ts'

interface PasskeyRow {
  id: string
  operator_id: string
  name: string
  public_key: Buffer
  counter: number
  transports: string
  created_at: number
  used_at: number | null
}

export function passkeyReads(db: Knex) {
  const passkeys = () => db<PasskeyRow>('passkeys')
  return {
    findPasskey: async (id: string): Promise<Passkey | undefined> => {
      const row = await passkeys().where({ id }).first()
      return row && passkeyFrom(row)
    },
    listPasskeys: async (operatorId: string): Promise<readonly Passkey[]> =>
      (await passkeys().where({ operator_id: operatorId }).orderBy(['created_at', 'id'])).map(passkeyFrom),
  }
}

export function passkeyChanges(db: Knex) {
  const passkeys = () => db<PasskeyRow>('passkeys')
  return {
    addPasskey: async (passkey: Passkey) => {
      await passkeys().insert({
        id: passkey.id,
        operator_id: passkey.operatorId,
        name: passkey.name,
        public_key: passkey.publicKey,
        counter: passkey.counter,
        transports: passkey.transports.join(' '),
        created_at: passkey.createdAt,
        used_at: passkey.usedAt ?? null,
      })
    },
    usePasskey: async (
      id: string,
      { counter, usedAt }: { readonly counter: number; readonly usedAt: number },
    ) => {
      await passkeys().where({ id }).update({ counter, used_at: usedAt })
    },
    removePasskey: async (operatorId: string, id: string): Promise<boolean> =>
      (await passkeys().where({ id, operator_id: operatorId }).delete()) > 0,
    removePasskeys: async (operatorId: string) => {
      await passkeys().where({ operator_id: operatorId }).delete()
    },
  }
}

const passkeyFrom = (row: PasskeyRow): Passkey => ({
  id: row.id,
  operatorId: row.operator_id,
  name: row.name,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports.split(' ').filter((transport) => transport !== ''),
  createdAt: row.created_at,
  usedAt: row.used_at ?? undefined,
})
