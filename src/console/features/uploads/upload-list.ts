import type { Upload } from './upload.ts'

/** Often enough for the eye; hundreds of files report their progress together. */
const tellEveryMs = 100

/** What is known of each upload, for React's useSyncExternalStore: changes are told some times in a second. */
export function createUploadList() {
  const uploads = new Map<string, Upload>()
  const listeners = new Set<() => void>()
  let shown: readonly Upload[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      shown = [...uploads.values()]
      for (const listener of listeners) listener()
    }, tellEveryMs)
  }

  return {
    add(facts: Pick<Upload, 'project' | 'bucket' | 'key' | 'size'>): Upload {
      const upload: Upload = {
        ...facts,
        id: crypto.randomUUID(),
        sent: 0,
        state: 'waiting',
        problem: undefined,
      }
      uploads.set(upload.id, upload)
      tell()
      return upload
    },
    change(id: string, change: Partial<Pick<Upload, 'sent' | 'state' | 'problem'>>): void {
      const upload = uploads.get(id)
      if (!upload) return
      uploads.set(id, { ...upload, ...change })
      tell()
    },
    remove(id: string): void {
      uploads.delete(id)
      tell()
    },
    current: (): readonly Upload[] => shown,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
