import { createRequire } from 'node:module'

const manifest = createRequire(import.meta.url)('../../package.json') as { readonly version: string }

/** Of this program, as package.json has it. */
export const version = manifest.version
