import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestServer } from './server.ts'

const patienceMs = 3000

/** The files below the storage folder, once there are as many as asked for, or after three seconds. */
export async function blobFiles(
  { data }: TestServer,
  { atLeast = 0, atMost = Infinity }: { readonly atLeast?: number; readonly atMost?: number } = {},
): Promise<readonly string[]> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const entries = await readdir(join(data, 'storage'), { recursive: true, withFileTypes: true }).catch(
      () => [],
    )
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    if ((files.length >= atLeast && files.length <= atMost) || Date.now() > deadline) return files.sort()
    await sleep(10)
  }
}
