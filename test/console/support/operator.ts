import type { Page } from 'playwright-core'
import type { ConsoleUnderTest } from './console.ts'

export const password = 'correct horse battery'

/** Opens a page, and signs in as an operator with that password on the way to it. */
export async function signInAs(under: ConsoleUnderTest, name: string, path = '/'): Promise<Page> {
  const page = await under.open(path, { isSignedIn: false })
  await fillSignIn(page, name)
  return page
}

export async function fillSignIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}
