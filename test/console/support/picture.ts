import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'

const folder = resolve(import.meta.dirname, '../../../docs/console')

/** Keeps a picture of the page for the documentation, when SEAU_PICTURES is set. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env['SEAU_PICTURES'] === undefined) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
