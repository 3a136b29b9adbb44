import { setFlagsFromString } from 'node:v8'

/** Lets V8's young generation grow again, which `main.cts` holds back while the program is loaded (docs/decisions/011-start-up-memory.md). */
export const allowHeapGrowth = (): void => {
  setFlagsFromString('--semi-space-growth-factor=2')
}
