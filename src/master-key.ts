import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { createMasterKey, masterKeyCheck } from './lib/seal.ts'
import { UserError } from './lib/user-error.ts'

interface MasterKeySource {
  /** 32 bytes in hexadecimal or base64. */
  readonly masterKey: string | undefined
  /** Prints the same. */
  readonly masterKeyCommand: string | undefined
  /** Where it lies when neither is given. */
  readonly masterKeyFile: string
}

interface MasterKeyOptions extends MasterKeySource {
  /** Secrets may have been sealed already: the key must be there. */
  readonly databaseExists: boolean
}

/** Whether it lies in its file. */
export const isFromFile = ({ masterKey, masterKeyCommand }: MasterKeySource): boolean =>
  masterKey === undefined && masterKeyCommand === undefined

/** The master key from where the configuration says; makes its file for a new installation. Throws UserError when it is not there, or not one. */
export async function loadMasterKey(options: MasterKeyOptions): Promise<Buffer> {
  const { masterKey, masterKeyCommand, masterKeyFile: file, databaseExists } = options
  if (masterKey !== undefined) return parse(masterKey, 'SEAU_MASTER_KEY')
  if (masterKeyCommand !== undefined)
    return parse(await outputOf(masterKeyCommand), 'The output of SEAU_MASTER_KEY_COMMAND')
  if (existsSync(file)) return readMasterKey(file)
  if (databaseExists) {
    throw new UserError(
      `The master key ${file} is missing, and the database holds secrets that only it can open. Put it back, or name it with SEAU_MASTER_KEY_FILE.`,
    )
  }
  const key = createMasterKey()
  await writeMasterKey(file, key)
  return key
}

/** Throws UserError. */
export const readMasterKey = async (file: string): Promise<Buffer> =>
  parse(await readFile(file, 'utf8'), file)

async function outputOf(command: string): Promise<string> {
  try {
    return (await promisify(execFile)('/bin/sh', ['-c', command])).stdout
  } catch (cause) {
    throw new UserError('SEAU_MASTER_KEY_COMMAND failed, and with it the master key.', { cause })
  }
}

function parse(text: string, origin: string): Buffer {
  const key = text.trim()
  if (/^[0-9a-f]{64}$/i.test(key)) return Buffer.from(key, 'hex')
  if (/^[\w+/-]{43}=?$/.test(key)) return Buffer.from(key, 'base64')
  throw new UserError(`${origin} is not a master key: 32 bytes in hexadecimal or base64 are expected.`)
}

async function writeMasterKey(file: string, key: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(`${key.toString('hex')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncFolder(file)
}

async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file))
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const draftOf = (file: string) => `${file}.new`

/** Puts a new key beside the one in `file`: both are known until `settleMasterKey` is told which of them is in use. */
export const draftMasterKey = (file: string, key: Buffer): Promise<void> => writeMasterKey(draftOf(file), key)

/** Ends a rotation, be it one that was cut off: the key that the database was sealed with stays. */
export async function settleMasterKey(file: string, findCheckInUse: () => Promise<string>): Promise<void> {
  const draft = draftOf(file)
  if (!existsSync(draft)) return
  const drafted = await readMasterKey(draft).catch(() => undefined)
  if (drafted && masterKeyCheck(drafted) === (await findCheckInUse())) await rename(draft, file)
  else await rm(draft)
  await syncFolder(file)
}
