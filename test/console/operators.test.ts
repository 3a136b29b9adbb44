import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { password, signInAs } from './support/operator.ts'
import { takePicture } from './support/picture.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

describe('operators in the console', function () {
  this.timeout(60_000)
  this.retries(2)
  const use = useConsole()

  before(() => use().admin('POST', '/projects', { name: 'shop' }))

  const act = async (page: Page, name: string, action: string) => {
    await page.getByRole('button', { name: `Actions for ${name}` }).click()
    await page.getByRole('menuitem', { name: action }).click()
  }

  it('are made, changed, disabled and deleted', async () => {
    const page = await use().open('/operators')
    await page.getByText('Only the root key signs in here').waitFor()
    await checkAccess(page)
    await page.getByRole('button', { name: 'New operator' }).click()
    await dialog(page).getByLabel('Name').fill('anna@example.com')
    await dialog(page).getByLabel('First password').fill(password)
    await dialog(page).getByRole('button', { name: 'Create' }).click()
    await dialog(page).getByText('Choose the projects that it manages.').nth(1).waitFor()
    await checkAccess(page)
    await dialog(page).getByRole('combobox', { name: 'Projects' }).click()
    await page.getByRole('option', { name: 'shop' }).click()
    await dialog(page).getByRole('button', { name: 'Create' }).click()
    await rowOf(page, 'anna@example.com').getByText('Project admin').waitFor()
    await checkAccess(page)
    await takePicture(page, 'operators')

    await act(page, 'anna@example.com', 'Change')
    await dialog(page).getByRole('combobox', { name: 'Role' }).click()
    await page.getByRole('option', { name: 'Viewer' }).click()
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await rowOf(page, 'anna@example.com').getByText('Viewer').waitFor()

    await act(page, 'anna@example.com', 'Disable')
    await rowOf(page, 'anna@example.com').getByText('Disabled').waitFor()
    const refused = await signInAs(use(), 'anna@example.com')
    await refused.getByRole('alert').getByText('the account is disabled').waitFor()
    await act(page, 'anna@example.com', 'Enable')
    await rowOf(page, 'anna@example.com').getByText('Active').waitFor()

    await act(page, 'anna@example.com', 'Delete')
    await dialog(page).getByRole('textbox').fill('anna@example.com')
    await dialog(page).getByRole('button', { name: 'Delete' }).click()
    await page.getByText('Only the root key signs in here').waitFor()
    expect(await use().admin('GET', '/operators')).to.deep.equal({ operators: [] })
  })
})
