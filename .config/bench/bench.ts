import type { Figure } from './figure.ts'

/** What every scenario is given. */
export interface Bench {
  /** The built program to start. */
  readonly program: string
  /** For data; goes when the run ends. */
  readonly folder: string
  /** Of each measurement. */
  readonly seconds: number
}

/** Scenarios that share servers and a table. */
export interface Suite {
  /** Of its section in docs/performance.md. */
  readonly id: string
  readonly title: string
  /** By these it is asked for. */
  readonly names: readonly string[]
  /** Runs when nothing is asked for. */
  readonly isQuick: boolean
  /** Measures what is named. */
  run(bench: Bench, names: readonly string[]): Promise<readonly Figure[]>
}
