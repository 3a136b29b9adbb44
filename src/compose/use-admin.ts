import { adminClient } from '../admin/admin-client.ts'
import { asMachine } from '../admin/as-machine.ts'
import { noJobs } from '../admin/job-control.ts'
import { openStore } from './open-store.ts'
import { S3Error } from '../core/errors.ts'
import { takeDataFolder } from '../data-folder.ts'
import { adminToken } from '../lib/seal.ts'
import { UserError } from '../lib/user-error.ts'
import { loadMasterKey } from '../master-key.ts'
import { adminOf } from './web-app.ts'
import type { Admin } from '../admin/contract.ts'
import type { Config } from '../config.ts'

interface OpenAdmin {
  readonly admin: Admin
  close(): Promise<void>
}

/** Lets `use` call the server that works on the data folder, or the store itself when there is none; refusals become UserError. */
export async function useAdmin<T>(config: Config, use: (admin: Admin) => Promise<T>): Promise<T> {
  const opened = await openAdmin(config)
  try {
    return await use(opened.admin)
  } catch (error) {
    throw error instanceof S3Error ? new UserError(error.message, { cause: error }) : error
  } finally {
    await opened.close()
  }
}

async function openAdmin(config: Config): Promise<OpenAdmin> {
  const folder = await takeDataFolder(config.data)
  if (folder.kind === 'served') {
    const token = adminToken(await loadMasterKey({ ...config, databaseExists: true }))
    const admin = adminClient({ ...folder.note, token })
    return { admin, close: () => Promise.resolve() }
  }
  try {
    const store = await openStore(config)
    const aborter = new AbortController()
    const close = async () => {
      aborter.abort()
      await store.close()
      await folder.release()
    }
    const parts = { core: store.core, onFault: () => undefined }
    const calls = adminOf(config, { ...parts, jobs: noJobs, signal: aborter.signal })
    return { admin: asMachine(calls, parts), close }
  } catch (error) {
    await folder.release()
    throw error
  }
}
