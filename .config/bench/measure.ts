import { drive, type LoadOptions, type WireRequest } from './load.ts'
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
  { port, pid }: RunningServer,
  { requests, ...options }: MeasureOptions,
): Promise<Measured> {
  const before = cpuSeconds(pid)
  const { count, refused, seconds, p50Ms, p99Ms } = await drive(port, requests, options)
  const cpuMicros = ((cpuSeconds(pid) - before) / count) * 1e6
  return { name, perSecond: count / seconds, p50Ms, p99Ms, cpuMicros, refused, count }
}

/** The same once the server has compiled what it runs often, so that the first of several forms does not pay for all. */
export async function measureWarm(
  name: string,
  server: RunningServer,
  { requests, connections, seconds }: Omit<MeasureOptions, 'limit'> & { readonly seconds: number },
): Promise<Measured> {
  const warmUp = await drive(server.port, requests, { connections, limit: { seconds: seconds / 3 } })
  const next = warmUp.count % requests.length
  const rotated = [...requests.slice(next), ...requests.slice(0, next)]
  const measured = await measure(name, server, { requests: rotated, connections, limit: { seconds } })
  return { ...measured, count: warmUp.count + measured.count }
}

/** Sends each request once; throws when one is refused. */
export async function fill({ port }: RunningServer, requests: readonly WireRequest[]): Promise<void> {
  if (requests.length === 0) return
  const { refused } = await drive(port, requests, { connections: 32, limit: { count: requests.length } })
  if (refused > 0)
    throw new Error(`The server refused ${String(refused)} of ${String(requests.length)} objects.`)
}
