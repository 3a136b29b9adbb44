import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../../src/compose.ts'
import { loadConfig } from '../../src/config.ts'
import type { Target } from './signed-request.ts'

export interface TestServer extends Target {
  /** Folder of its data. */
  readonly data: string
  /** Of websites, when they have a port. */
  readonly websiteUrl?: string | undefined
  close(): Promise<void>
}

export const rootKey = { accessKeyId: 'TESTROOT', secretAccessKey: 'test-root-secret' }

/** What every server of the tests is told: any free ports, no log, a known key. */
export const testEnvironment = (data: string) => ({
  SEAU_DATA: data,
  SEAU_PORT: '0',
  SEAU_CONSOLE_PORT: '0',
  SEAU_ROOT_ACCESS_KEY: rootKey.accessKeyId,
  SEAU_ROOT_SECRET_KEY: rootKey.secretAccessKey,
  SEAU_ACCESS_LOG: 'off',
})

interface ServerOptions {
  /** SEAU_* variables. */
  readonly settings?: Readonly<Record<string, string>>
  /** Kept when the server closes; a temporary folder otherwise. */
  readonly data?: string
}

/** A server in this process. */
export async function startServer({ settings = {}, data: given }: ServerOptions = {}): Promise<TestServer> {
  const data = given ?? (await temporaryFolder())
  const env = { ...testEnvironment(data), SEAU_LOG_LEVEL: 'silent', ...settings }
  const service = await start(loadConfig({ env, folder: data }))
  return {
    url: service.urls.s3,
    websiteUrl: service.urls.website,
    credentials: rootKey,
    data,
    close: async () => {
      await service.close()
      if (given === undefined) await rm(data, { recursive: true })
    },
  }
}

export const temporaryFolder = () => mkdtemp(join(tmpdir(), 'seau-test-'))
