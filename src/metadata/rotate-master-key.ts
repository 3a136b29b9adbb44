import { createSealer, masterKeyCheck } from '../lib/seal.ts'
import { openDatabase } from './database.ts'
import { findServerKey, putServerKey, resealAll, sealPurpose } from './sealed-values.ts'

interface Rotation {
  readonly from: Buffer
  readonly to: Buffer
}

/** Seals every secret in the database under another master key: all of them or, when anything fails, none. Throws SealBroken, UserError. */
export async function rotateMasterKey(filename: string, { from, to }: Rotation): Promise<void> {
  const database = await openDatabase(filename, { masterKeyCheck: masterKeyCheck(from) })
  const [opener, sealer] = [createSealer(from, sealPurpose), createSealer(to, sealPurpose)]
  try {
    await database.writer.knex.transaction(async (db) => {
      const serverKey = await findServerKey(db, { masterKey: from, sealer: opener })
      await resealAll(db, opener, sealer)
      await putServerKey(db, serverKey, sealer)
      await db('settings')
        .where({ name: 'master key check' })
        .update({ value: masterKeyCheck(to) })
    })
  } finally {
    await database.close()
  }
}
