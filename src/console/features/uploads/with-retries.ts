import { Problem } from '../../api/problem.ts'

const pausesMs = [500, 2000, 5000]

/** Tries again, a few times and ever later, what found no answer or a server in trouble. */
export async function withRetries<Result>(
  task: () => Promise<Result>,
  signal: AbortSignal,
  tried = 0,
): Promise<Result> {
  try {
    return await task()
  } catch (error) {
    const pauseMs = pausesMs[tried]
    if (pauseMs === undefined || !isPassing(error)) throw error
    await pause(pauseMs, signal)
    return withRetries(task, signal, tried + 1)
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 500)

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new DOMException('The upload was stopped.', 'AbortError'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })
