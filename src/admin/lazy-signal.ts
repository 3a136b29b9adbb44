import type { LazySignal } from '../core/ports.ts'

/** A signal that is there already. */
export const lazySignal =
  (signal: AbortSignal): LazySignal =>
  () =>
    signal
