/** So long a target may take to connect or to take an event, in milliseconds. */
export const patienceMs = 5000

/** Rejects when `work` has not ended in time; what it does afterwards is nobody's business. */
export async function inTime<T>(work: Promise<T>, milliseconds = patienceMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`There was no answer within ${String(milliseconds / 1000)} s.`))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
