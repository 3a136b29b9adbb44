// Which operations a rule exercises: those that the server under test has answered with success meanwhile, as its own
// figures tell. A server that gives none is tested as well, but nothing is known of its operations.

/** A result, and the names of the operations that brought it about, sorted. */
interface Watched<Result> {
  readonly result: Result
  readonly operations: readonly string[]
}

/** Runs `work`, alone on the server, between two looks at its figures. */
export async function watch<Result>(
  metricsUrl: string | undefined,
  work: () => Promise<Result>,
): Promise<Watched<Result>> {
  const before = await answered(metricsUrl)
  const result = await work()
  const after = await answered(metricsUrl)
  const operations = [...after.keys()].filter((name) => after.get(name) !== before.get(name))
  return { result, operations: operations.sort() }
}

/** How often each operation was answered with success. */
type Counts = ReadonlyMap<string, number>

async function answered(metricsUrl: string | undefined): Promise<Counts> {
  return metricsUrl === undefined ? new Map() : readCounts(await (await fetch(metricsUrl)).text())
}

const success = /^seau_requests_total\{operation="(\w+)",status="[23]\d\d"\} (\d+)$/gm

/** Reads Seau's /metrics. */
export function readCounts(figures: string): Counts {
  const counts = new Map<string, number>()
  for (const [, operation = '', count] of figures.matchAll(success))
    counts.set(operation, (counts.get(operation) ?? 0) + Number(count))
  return counts
}
