import { expect } from 'chai'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { fillBucket } from './support/fill-bucket.ts'
import { takePicture } from './support/picture.ts'
import type { Page } from 'playwright-core'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const dialog = (page: Page) => page.getByRole('dialog')

async function choose(page: Page, bucket: string, item: string): Promise<void> {
  await button(page, `Actions on ${bucket}`).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

async function confirmByTyping(page: Page, name: string, action: string): Promise<void> {
  await dialog(page).getByRole('textbox').fill(name)
  await dialog(page).getByRole('button', { name: action }).click()
}

describe('buckets in the console', function () {
  this.timeout(60_000)
  this.retries(2)
  const use = useConsole()

  before(async () => {
    const { server, admin } = use()
    await admin('POST', '/projects', { name: 'photos' })
    for (const name of ['alpha', 'beta', 'gamma']) await admin('POST', '/buckets', { name })
    await admin('POST', '/buckets', { name: 'holidays', project: 'photos' })
    await admin('PATCH', '/projects/default/buckets/beta/visibility', { isPublic: true })
    await fillBucket(server, 'gamma', ['a.txt', 'b.txt'])
  })

  it('are listed with project, use and visibility, and filtered by name', async () => {
    const page = await use().open('/buckets')
    await rowOf(page, 'holidays').getByRole('link', { name: 'photos' }).waitFor()
    await rowOf(page, 'beta').getByText('public', { exact: true }).waitFor()
    await rowOf(page, 'alpha').getByText('private', { exact: true }).waitFor()
    await checkAccess(page)
    await takePicture(page, 'buckets')
    await page.getByRole('searchbox', { name: 'Filter by name' }).fill('amm')
    await page.getByText('Buckets: 1', { exact: true }).waitFor()
    await page.getByRole('searchbox', { name: 'Filter by name' }).fill('nothing')
    await page.getByText('No bucket that is shown has this in its name.').waitFor()
  })

  it('are made under S3’s rules for names, with object lock, in a project', async () => {
    const { open, admin } = use()
    const page = await open('/buckets')
    await button(page, 'New bucket').click()
    await dialog(page).getByLabel('Project').selectOption('photos')
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Summer')
    await dialog(page)
      .getByRole('listitem')
      .filter({ hasText: 'lower-case letters, digits' })
      .getByText(': not yet')
      .waitFor()
    await button(page, 'Create bucket').click()
    await dialog(page).getByText('The name does not keep the rules below.').waitFor()
    await checkAccess(page)
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('alpha')
    await button(page, 'Create bucket').click()
    await dialog(page).getByText('Another bucket has this name.').waitFor()
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('summer')
    await dialog(page).getByRole('switch', { name: 'Object lock' }).click()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/console/projects/photos/buckets/summer')
    expect(await admin('GET', '/buckets/summer?project=photos')).to.include({ objectLock: true })
  })

  it('are deleted when they are empty', async () => {
    const page = await use().open('/projects/default?tab=buckets')
    await button(page, 'Actions on gamma').click()
    await page.getByRole('menuitem', { name: 'Delete', exact: true, disabled: true }).waitFor()
    await checkAccess(page)
    await page.keyboard.press('Escape')
    await choose(page, 'alpha', 'Delete')
    await confirmByTyping(page, 'alpha', 'Delete')
    await rowOf(page, 'alpha').waitFor({ state: 'detached' })
  })

  it('are deleted with everything in them, once their name is typed', async () => {
    const page = await use().open('/buckets')
    await choose(page, 'gamma', 'Delete with everything')
    await dialog(page).getByText('2 object versions').waitFor()
    await confirmByTyping(page, 'gamma', 'Delete with everything')
    await rowOf(page, 'gamma').waitFor({ state: 'detached' })
  })
})
