import { cycle, drive, type Load, type LoadOptions, type WireRequest } from './load.ts'
import { cpuSeconds } from './process-cost.ts'
import type { Figure } from './figure.ts'
import type { RunningServer } from './servers.ts'

interface Measured extends Figure {
  /** Requests answered. */
  readonly count: number
  readonly perSecond: number
  readonly p99Ms: number
  readonly cpuMicros: number
}

interface MeasureOptions extends LoadOptions {
  readonly requests: readonly WireRequest[]
}

/** Drives a server, and charges it for its CPU. */
export async function measure(
  name: string,
  server: RunningServer,
  { requests, ...options }: MeasureOptions,
): Promise<Measured> {
  return figureOf(name, [await charge(server, cycle(requests), options)])
}

export interface Form {
  readonly name: string
  readonly server: RunningServer
  readonly requests: readonly WireRequest[]
}

const rounds = 4

/**
 * Measures forms that are compared with each other, `seconds` each, in turns: what else the machine does then falls on
 * all of them alike. A round that does not count comes first, so that none pays for what the server compiles on the way.
 */
export async function measureInTurns<const Forms extends readonly Form[]>(
  forms: Forms,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<{ readonly [N in keyof Forms]: Measured }> {
  const options = { connections, limit: { seconds: seconds / rounds } }
  const turns = forms.map((form) => ({ ...form, next: cycle(form.requests), loads: [] as ChargedLoad[] }))
  for (let round = 0; round <= rounds; round += 1) {
    for (const { server, next, loads } of turns) {
      const load = await charge(server, next, options)
      if (round > 0) loads.push(load)
    }
  }
  return turns.map(({ name, loads }) => figureOf(name, loads)) as { [N in keyof Forms]: Measured }
}

/** Sends each request once; throws when one is refused. */
export async function fill({ port }: RunningServer, requests: readonly WireRequest[]): Promise<void> {
  if (requests.length === 0) return
  const { refused } = await drive(port, cycle(requests), {
    connections: 16,
    limit: { count: requests.length },
  })
  if (refused > 0)
    throw new Error(`The server refused ${String(refused)} of ${String(requests.length)} objects.`)
}

interface ChargedLoad extends Load {
  readonly cpuSeconds: number
}

async function charge(
  { port, pid }: RunningServer,
  next: () => WireRequest,
  options: LoadOptions,
): Promise<ChargedLoad> {
  const before = cpuSeconds(pid)
  const load = await drive(port, next, options)
  return { ...load, cpuSeconds: cpuSeconds(pid) - before }
}

function figureOf(name: string, loads: readonly ChargedLoad[]): Measured {
  const ordered = Float64Array.from(loads.flatMap(({ latenciesMs }) => latenciesMs)).sort()
  const count = ordered.length
  return {
    name,
    perSecond: count / total(loads, ({ seconds }) => seconds),
    p50Ms: quantile(ordered, 0.5),
    p99Ms: quantile(ordered, 0.99),
    cpuMicros: (total(loads, (load) => load.cpuSeconds) / count) * 1e6,
    refused: total(loads, ({ refused }) => refused),
    count,
  }
}

const total = (loads: readonly ChargedLoad[], of: (load: ChargedLoad) => number) =>
  loads.reduce((sum, load) => sum + of(load), 0)

const quantile = (ordered: Float64Array, share: number) =>
  ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN
