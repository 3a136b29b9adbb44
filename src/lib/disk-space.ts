import { statfs } from 'node:fs/promises'

/** Of the disk that holds a path, in bytes. */
export async function diskSpace(
  path: string,
): Promise<{ readonly freeBytes: number; readonly totalBytes: number }> {
  const { bsize, bavail, blocks } = await statfs(path)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}
