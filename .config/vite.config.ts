// Builds the console into dist/console; `setup.mjs` calls it.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { endpoints } from '../src/admin/contract.ts'

const root = resolve(import.meta.dirname, '..')
const outDir = join(root, 'dist/console')

/** Methods and paths of the admin API, so that the browser need not load the schemas that validate on the server. */
function adminEndpoints(): Plugin {
  const name = 'virtual:admin-endpoints'
  const table = Object.entries(endpoints).map(([call, { method, path }]) => [call, [method, path]])
  return {
    name: 'admin-endpoints',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}`
        ? `export const endpoints = ${JSON.stringify(Object.fromEntries(table))}`
        : undefined,
  }
}

const leastBytes = 1024

/** Compressed once, here, rather than for each visitor. */
function precompressed(): Plugin {
  let folder = outDir
  return {
    name: 'precompressed',
    configResolved: ({ build }) => {
      folder = build.outDir
    },
    closeBundle: async () => {
      const names = await readdir(folder, { recursive: true })
      const texts = names.filter((name) => /\.(html|js|css|svg)$/.test(name))
      await Promise.all(texts.map((name) => compressFile(join(folder, name))))
    },
  }
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path)
  if (bytes.length < leastBytes) return
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes))
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}

// eslint-disable-next-line no-restricted-syntax -- Vite reads its configuration from the default export.
export default defineConfig({
  root: join(root, 'src/console'),
  base: '/console/',
  cacheDir: join(root, 'node_modules/.cache/vite'),
  plugins: [react(), adminEndpoints(), precompressed()],
  build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
})
