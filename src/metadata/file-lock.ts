import { openConnection } from './connection.ts'

export interface FileLock {
  release(): Promise<void>
}

/**
 * Takes the lock that the file stands for; undefined while another process (or this one) has it. It is SQLite's own lock, so the
 * system frees it when its holder dies, whatever way, and no process id has to be believed.
 */
export async function takeFileLock(filename: string): Promise<FileLock | undefined> {
  const connection = await openConnection({ filename, pragmas: ['busy_timeout = 0'] })
  try {
    await connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    await connection.close()
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return undefined
    throw error
  }
  return { release: () => connection.close() }
}
