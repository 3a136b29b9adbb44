/** One line of a scenario's result. */
export interface Figure {
  readonly name: string
  readonly perSecond?: number
  readonly p50Ms?: number
  readonly p99Ms?: number
  /** Of the server, per request: all its processes and threads. */
  readonly cpuMicros?: number
  /** Answers that were not 2xx. */
  readonly refused?: number
  readonly mibPerSecond?: number
  /** Memory, all processes. */
  readonly residentMib?: number
  readonly verdict?: Verdict
}

/** A value beside what was promised of it. */
export interface Verdict {
  readonly value: number
  readonly unit: '×' | '%' | 'MiB'
  readonly atMost?: number
  readonly atLeast?: number
}

/** How many times the base's CPU a request costs. */
export const cpuRatio = (
  figure: Figure,
  base: Figure | undefined,
  goal: { readonly atMost?: number } = {},
): Figure => {
  if (figure.cpuMicros === undefined || base?.cpuMicros === undefined) return figure
  return { ...figure, verdict: { value: figure.cpuMicros / base.cpuMicros, unit: '×', ...goal } }
}

/** Undefined when nothing was promised. */
export function isMet({ value, atMost, atLeast }: Verdict): boolean | undefined {
  if (atMost === undefined && atLeast === undefined) return undefined
  return value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity)
}
