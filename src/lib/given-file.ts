import { readFile } from 'node:fs/promises'
import { UserError } from './user-error.ts'

/** The text of a file that the user named. Throws UserError. */
export async function readGivenFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new UserError(`${path} cannot be read.`, { cause })
  }
}
