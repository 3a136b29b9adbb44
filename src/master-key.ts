import { existsSync } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createMasterKey } from './lib/seal.ts'
import { UserError } from './lib/user-error.ts'

interface MasterKeyOptions {
  readonly file: string
  /** Secrets may have been sealed already: the key must be there. */
  readonly databaseExists: boolean
}

/** Reads the master key from its file (64 hexadecimal digits); makes both for a new installation. Throws UserError when it is not there, or not one. */
export async function loadMasterKey({ file, databaseExists }: MasterKeyOptions): Promise<Buffer> {
  if (existsSync(file)) return parse(await readFile(file, 'utf8'), file)
  if (databaseExists) {
    throw new UserError(
      `The master key ${file} is missing, and the database holds secrets that only it can open. Put it back, or name it with SEAU_MASTER_KEY_FILE.`,
    )
  }
  const key = createMasterKey()
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(`${key.toString('hex')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return key
}

function parse(text: string, file: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(text.trim())) return Buffer.from(text.trim(), 'hex')
  throw new UserError(`${file} is not a master key: 64 hexadecimal digits are expected.`)
}
