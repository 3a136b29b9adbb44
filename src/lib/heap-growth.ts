import { setFlagsFromString } from 'node:v8'

/**
 * Prepares V8's heap for serving (docs/decisions/011-start-up-memory.md): the young generation, which `main.cts` holds back while the
 * program is loaded, may grow again; and the whole may grow to two and a half times what lives in it before it is collected, because the buffers
 * of transfers count into it and would have a small heap collected every 20 MiB.
 */
export const allowHeapGrowth = (): void => {
  setFlagsFromString('--semi-space-growth-factor=2')
  setFlagsFromString('--heap-growing-percent=150')
}
