const firstMs = 1000
const longestMs = 3_600_000

/** How long a failed event waits for its next attempt: twice as long each time, up to an hour, spread over the second half so that not all come back at once. */
export function retryDelay(attempts: number, random: number): number {
  const fullMs = Math.min(firstMs * 2 ** (attempts - 1), longestMs)
  return Math.round(fullMs * (0.5 + random / 2))
}
