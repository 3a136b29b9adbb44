import { Problem } from '../../api/problem.ts'
import { isMultipart } from './part-plan.ts'
import { signedFiles } from './signed-files.ts'
import { createSlots } from './slots.ts'
import { abandonTransfer, transferFile } from './transfer-file.ts'
import { createUploadList } from './upload-list.ts'
import { isUnderWay, type PlannedUpload, type Upload, type UploadPlace } from './upload.ts'
import type { SignedUrls } from './signed-batches.ts'
import type { Resumable } from './transfer.ts'

/** Requests that carry bytes at once, over all uploads. */
const requestsAtOnce = 4
const filesAtOnce = 4

interface Task {
  readonly file: File
  readonly urls: SignedUrls<string>
  readonly resumable: Resumable
  stop: AbortController
}

/** The uploads of this page: they go on while one visits other screens. */
function createUploadQueue() {
  const list = createUploadList()
  const tasks = new Map<string, Task>()
  const slots = createSlots(requestsAtOnce)
  const files = createSlots(filesAtOnce)

  const start = (upload: Upload, task: Task): void => {
    const { signal } = task.stop
    const isStopped = () => signal.aborted
    list.change(upload.id, { state: 'waiting', problem: undefined })
    void files(async () => {
      if (isStopped()) return
      list.change(upload.id, { state: 'sending' })
      try {
        const onProgress = (sent: number) => {
          if (!isStopped()) list.change(upload.id, { sent })
        }
        await transferFile({ place: upload, key: upload.key, ...task, slots, signal, onProgress })
        list.change(upload.id, { state: 'done', sent: upload.size })
      } catch (problem) {
        if (!isStopped()) list.change(upload.id, { state: 'failed', problem })
      }
    })
  }

  const restart = (upload: Upload): void => {
    const task = tasks.get(upload.id)
    if (!task) return
    task.stop = new AbortController()
    start(upload, task)
  }

  const pause = (upload: Upload): void => {
    if (!isUnderWay(upload)) return
    tasks.get(upload.id)?.stop.abort()
    list.change(upload.id, { state: 'paused' })
  }

  const cancel = (upload: Upload): void => {
    const task = tasks.get(upload.id)
    tasks.delete(upload.id)
    task?.stop.abort()
    list.remove(upload.id)
    // What cannot be given up now is swept with the other unfinished uploads of the server.
    if (task && upload.state !== 'done')
      abandonTransfer(upload, upload.key, task.resumable).catch(() => undefined)
  }

  const each = (wanted: (upload: Upload) => boolean, act: (upload: Upload) => void) => (): void => {
    list.current().filter(wanted).forEach(act)
  }

  // Back on the network, what stopped for want of it goes on.
  window.addEventListener('online', each(stoppedWithoutAnswer, restart))

  return {
    subscribe: list.subscribe,
    current: list.current,
    add: (place: UploadPlace, planned: readonly PlannedUpload[]): void => {
      const urls = signedFiles(
        place,
        planned.filter(({ file }) => !isMultipart(file.size)),
      )
      for (const { file, key } of planned) {
        const upload = list.add({ ...place, key, size: file.size })
        const task = { file, urls, resumable: {}, stop: new AbortController() }
        tasks.set(upload.id, task)
        start(upload, task)
      }
    },
    pause,
    resume: restart,
    cancel,
    pauseAll: each(isUnderWay, pause),
    resumeAll: each(({ state }) => state === 'paused' || state === 'failed', restart),
    cancelAll: each(({ state }) => state !== 'done', cancel),
    clearDone: each(({ state }) => state === 'done', cancel),
  }
}

const stoppedWithoutAnswer = ({ state, problem }: Upload): boolean =>
  state === 'failed' && problem instanceof Problem && problem.status === 0

export const uploadQueue = createUploadQueue()
