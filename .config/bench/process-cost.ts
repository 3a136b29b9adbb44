import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** CPU that a process and its descendants have used, with all their threads, in seconds (in steps of 10 ms). */
export const cpuSeconds = (pid: number): number =>
  sum(processesOf(pid).map((id) => ticksOf(read(`/proc/${String(id)}/stat`)))) / ticksPerSecond

/** Memory that a process and its descendants hold, in MiB; what several of them share counts once. */
export const residentMib = (pid: number): number =>
  sum(processesOf(pid).map((id) => proportionalKib(read(`/proc/${String(id)}/smaps_rollup`)))) / 1024

/** Follows memory until it is stopped; gives the highest value seen, in MiB. */
export function watchMemory(pid: number, everyMs = 200): () => number {
  let peak = residentMib(pid)
  const look = () => {
    peak = Math.max(peak, residentMib(pid))
  }
  const timer = setInterval(look, everyMs)
  return () => {
    clearInterval(timer)
    look()
    return peak
  }
}

function processesOf(pid: number): number[] {
  const children = threadsOf(pid).flatMap((thread) =>
    (read(`/proc/${String(pid)}/task/${thread}/children`) ?? '').split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(processesOf)]
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${String(pid)}/task`)
  } catch {
    return []
  }
}

/** Undefined when the process has ended. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return undefined
  }
}

/** User and system time, counted from behind the name, which may hold spaces. */
function ticksOf(stat: string | undefined): number {
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}

const proportionalKib = (rollup: string | undefined) => Number(/^Pss: +(\d+)/m.exec(rollup ?? '')?.[1] ?? 0)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
