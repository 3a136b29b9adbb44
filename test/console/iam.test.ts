import { expect } from 'chai'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { password, signInAs } from './support/operator.ts'
import { takePicture } from './support/picture.ts'
import type { Page } from 'playwright-core'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

async function confirmByTyping(page: Page, name: string, action: string): Promise<void> {
  await dialog(page).getByRole('textbox').fill(name)
  await dialog(page).getByRole('button', { name: action }).click()
}

describe('users, groups, roles and policies in the console', function () {
  this.timeout(120_000)
  this.retries(2)
  const use = useConsole()
  const iam = (action: string, input: object) =>
    use().admin('POST', `/projects/shop/iam/${action}`, { input })

  before(async () => {
    await use().admin('POST', '/projects', { name: 'shop' })
    await iam('CreateGroup', { GroupName: 'staff' })
    const document = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }],
    })
    await iam('CreatePolicy', { PolicyName: 'lister', PolicyDocument: document })
  })

  it('make a user with a key that is shown once, a group and policies, and delete it with them', async () => {
    const page = await use().open('/projects/shop/iam')
    await page.getByText('No users yet').waitFor()
    await checkAccess(page)
    await button(page, 'Create a user').click()
    await dialog(page).getByLabel('Name').fill('alice')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'alice' }).waitFor()

    await button(page, 'Create a key').click()
    await dialog(page).getByText('It is shown only now').waitFor()
    await button(page, 'I have kept it').click()
    await page.getByText('Active', { exact: true }).waitFor()

    await page.getByRole('combobox', { name: 'Add to a group' }).click()
    await page.getByRole('option', { name: 'staff' }).click()
    await button(page, 'Add').click()
    await page.getByRole('link', { name: 'staff' }).waitFor()

    await page.getByRole('combobox', { name: 'Attach a policy' }).click()
    await page.getByRole('option', { name: 'lister' }).click()
    await button(page, 'Attach').click()
    await page.getByRole('link', { name: 'lister' }).waitFor()

    await page.getByRole('combobox', { name: 'Choose a policy' }).click()
    await page.getByRole('option', { name: 'AmazonS3ReadOnlyAccess' }).click()
    await button(page, 'Set the boundary').click()
    await page.getByRole('link', { name: 'AmazonS3ReadOnlyAccess' }).waitFor()
    await checkAccess(page)
    await button(page, 'Remove the boundary').click()
    await page.getByText('There is none.').waitFor()

    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('team')
    await page.getByRole('textbox', { name: 'Value', exact: true }).fill('red')
    await button(page, 'Set').click()
    await page.getByRole('cell', { name: 'red', exact: true }).waitFor()
    await checkAccess(page)
    await page.evaluate('scrollTo(0, 0)')
    await takePicture(page, 'iam-user')

    await button(page, 'Delete the user').click()
    await confirmByTyping(page, 'alice', 'Delete the user')
    await page.getByText('No users yet').waitFor()
  })

  it('show the server’s words for a bad document at its place, and keep versions of a good one', async () => {
    const page = await use().open('/projects/shop/iam?tab=policies')
    await page.getByRole('link', { name: 'AmazonS3ReadOnlyAccess' }).waitFor()
    await checkAccess(page)
    await takePicture(page, 'iam-policies')
    await page.getByRole('link', { name: 'lister' }).click()
    const editor = page.getByLabel('Policy document, v1 (JSON)')
    await editor.fill('{"Version":"2012-10-17","Statement":[{"Effect":"Maybe"}]}')
    await button(page, 'Save as a new version').click()
    await page.getByRole('alert').getByText('MalformedPolicyDocument').waitFor()
    await checkAccess(page)

    await button(page, 'Start from a template').click()
    await page.getByRole('menuitem', { name: 'Read a bucket', exact: true }).click()
    await button(page, 'Save as a new version').click()
    await page.getByLabel('Policy document, v2 (JSON)').waitFor()
    await button(page, 'Make default: v1').click()
    await button(page, 'Make default: v2').waitFor()
    await page.evaluate('scrollTo(0, 0)')
    await takePicture(page, 'iam-policy')
  })

  it('make a role whose trust policy comes from a template, and end its sessions', async () => {
    const page = await use().open('/projects/shop/iam?tab=roles')
    await button(page, 'Create a role').click()
    await dialog(page).getByLabel('Name').fill('app-users')
    await checkAccess(page)
    await dialog(page).getByRole('button', { name: 'Create a role' }).click()
    await page.getByRole('heading', { name: 'app-users' }).waitFor()
    expect(await page.getByLabel('Trust policy (JSON)').inputValue()).to.contain('sts:AssumeRole')
    await checkAccess(page)
    await button(page, 'Add an inline policy').click()
    await dialog(page).getByLabel('Name').fill('uploads')
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await page.getByRole('cell', { name: 'uploads', exact: true }).waitFor()
    await page.evaluate('scrollTo(0, 0)')
    await takePicture(page, 'iam-role')
    await button(page, 'Revoke older sessions').click()
    await confirmByTyping(page, 'app-users', 'Revoke older sessions')
    await page.getByText('All sessions that were begun until now have ended.').waitFor()
  })

  it('know identity providers by URL and client ids', async () => {
    const page = await use().open('/projects/shop/iam?tab=providers')
    await button(page, 'Add a provider').click()
    await dialog(page).getByLabel('URL').fill('https://login.example.com')
    await dialog(page).getByRole('combobox', { name: 'Client ids' }).fill('web-app')
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('button', { name: 'Add a provider' }).click()
    await page.getByRole('cell', { name: 'web-app', exact: true }).waitFor()
    await checkAccess(page)
  })

  it('offer a viewer nothing that changes something', async () => {
    await use().admin('POST', '/operators', { name: 'eve', role: 'viewer', password })
    const page = await signInAs(use(), 'eve', '/projects/shop/iam?tab=groups')
    await page.getByRole('link', { name: 'staff' }).waitFor()
    expect(await button(page, 'Create a group').count()).to.equal(0)
    await page.getByRole('link', { name: 'staff' }).click()
    await page.getByText('This group has no members.').waitFor()
    expect(await button(page, 'Delete the group').count()).to.equal(0)
  })
})
