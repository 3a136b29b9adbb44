import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { takePicture } from './support/picture.ts'
import type { Locator, Page } from 'playwright-core'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const dialog = (page: Page) => page.getByRole('dialog')

/** Of the menu of a row, or of the page. */
async function choose(within: Page | Locator, page: Page, item: string): Promise<void> {
  await within.getByRole('button', { name: /^Actions on/ }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

async function confirmByTyping(page: Page, name: string, action: string): Promise<void> {
  const confirm = dialog(page).getByRole('button', { name: action })
  expect(await confirm.isDisabled(), 'before the name is typed').to.equal(true)
  await dialog(page).getByRole('textbox').fill(name)
  await confirm.click()
}

/** What a dialog shows only once, as its label calls it. */
const shownValue = async (page: Page, label: string): Promise<string> => {
  const copy = dialog(page).getByRole('button', { name: `Copy ${label}`, exact: true })
  await copy.waitFor()
  return copy.locator('xpath=preceding-sibling::*').innerText()
}

const keep = (page: Page) => button(page, 'I have kept it').click()

describe('projects in the console', function () {
  this.timeout(60_000)
  this.retries(2)
  const use = useConsole()

  before(async () => {
    const { admin } = use()
    for (const name of ['photos', 'keys', 'full', 'empty']) await admin('POST', '/projects', { name })
    await admin('POST', '/buckets', { project: 'photos', name: 'holidays' })
    await admin('POST', '/projects/photos/keys', { name: 'seen' })
    await admin('POST', '/buckets', { project: 'full', name: 'full-of-it' })
  })

  const upload = async (token: string, bucket: string): Promise<number> => {
    const body = new FormData()
    body.append('bucket', bucket)
    body.append('file', new Blob(['hello']), 'hello.txt')
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(`${use().url}/api/upload`, { method: 'POST', headers, body })).status
  }

  it('are listed, and made by the keyboard alone', async () => {
    const page = await use().open('/projects')
    await button(page, 'New project').focus()
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('textbox', { name: 'Name' }).waitFor()
    await page.keyboard.type('Not a name')
    await page.keyboard.press('Enter')
    await dialog(page).getByText('with a letter or digit at the beginning').waitFor()
    await checkAccess(page)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('music')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await heading(page, 'music').waitFor()
    await page.getByText('other projects may use the same names').waitFor()
    await page.goBack()
    await rowOf(page, 'music').getByText('Own namespace').waitFor()
    await checkAccess(page)
    await takePicture(page, 'projects')
  })

  it('are suspended, resumed and renamed', async () => {
    const page = await use().open('/projects/empty')
    await heading(page, 'empty').waitFor()
    await choose(page, page, 'Suspend')
    await button(page, 'Suspend').click()
    await page.getByText('suspended', { exact: true }).waitFor()
    await choose(page, page, 'Resume')
    await page.getByText('active', { exact: true }).waitFor()
    await choose(page, page, 'Rename')
    await dialog(page).getByRole('textbox').fill('renamed')
    await button(page, 'Rename project').click()
    await heading(page, 'renamed').waitFor()
    await choose(page, page, 'Delete')
    await confirmByTyping(page, 'renamed', 'Delete')
    await heading(page, 'Projects').waitFor()
    await rowOf(page, 'photos').waitFor()
    expect(await rowOf(page, 'renamed').count()).to.equal(0)
  })

  it('are deleted with everything, and are listed until all has gone', async () => {
    const page = await use().open('/projects')
    await choose(rowOf(page, 'full'), page, 'Delete with everything')
    await checkAccess(page)
    await confirmByTyping(page, 'full', 'Delete with everything')
    await rowOf(page, 'full').waitFor({ state: 'detached' })
  })

  it('say how to connect, with the real address', async () => {
    const { open, server } = use()
    const page = await open('/projects/photos')
    await page.getByRole('tab', { name: 'rclone' }).click()
    await page.getByText(`endpoint=${server.url}`).waitFor()
    await checkAccess(page)
    await takePicture(page, 'project')
  })

  it('get API keys, which are shown once, replaced, disabled and deleted', async () => {
    const page = await use().open('/projects/photos?tab=api-keys')
    await page.getByRole('heading', { name: 'No API key yet' }).waitFor()
    await button(page, 'New API key').click()
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('web')
    await button(page, 'Create key').click()
    const token = await shownValue(page, 'API key')
    expect(await upload(token, 'holidays')).to.equal(201)
    await keep(page)
    await choose(rowOf(page, 'web'), page, 'Regenerate')
    await confirmByTyping(page, 'web', 'Regenerate')
    const next = await shownValue(page, 'API key')
    expect([await upload(token, 'holidays'), await upload(next, 'holidays')]).to.deep.equal([401, 201])
    await checkAccess(page)
    await keep(page)
    await choose(rowOf(page, 'web'), page, 'Disable')
    await rowOf(page, 'web').getByText('disabled').waitFor()
    expect(await upload(next, 'holidays')).to.equal(401)
    await checkAccess(page)
    await takePicture(page, 'api-keys')
    await choose(rowOf(page, 'web'), page, 'Delete key')
    await confirmByTyping(page, 'web', 'Delete key')
    await rowOf(page, 'web').waitFor({ state: 'detached' })
  })

  it('get access keys with a reach and an end, downloaded and rotated', async () => {
    const page = await use().open('/projects/photos?tab=access-keys')
    await button(page, 'New access key').click()
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('backup')
    await dialog(page).getByLabel('May use').selectOption('One prefix of a bucket')
    await button(page, 'Create key').click()
    await dialog(page).getByText('Say which bucket.').waitFor()
    await dialog(page).getByLabel('Bucket', { exact: true }).and(page.locator('input')).fill('holidays')
    await dialog(page).getByRole('textbox', { name: 'Prefix' }).fill('2026/')
    await dialog(page).getByLabel('Read only').check()
    await dialog(page).getByLabel('Expires').selectOption('in 30 days')
    await checkAccess(page)
    await button(page, 'Create key').click()
    const id = await shownValue(page, 'Access key id')
    const secret = await shownValue(page, 'Secret access key')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Download as a file').click(),
    ])
    expect(download.suggestedFilename()).to.equal('photos-credentials.ini')
    expect(await readFile(await download.path(), 'utf8')).to.equal(
      `[photos]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`,
    )
    await keep(page)
    await rowOf(page, id).getByText('in 30 days').waitFor()
    await rowOf(page, id).getByRole('button', { name: 'by policy' }).click()
    await dialog(page).getByText('arn:aws:s3:::holidays/2026/*').waitFor()
    await dialog(page).getByRole('button', { name: 'Close' }).click()
    await choose(rowOf(page, id), page, 'Rotate')
    await dialog(page).getByLabel('The old key goes on for').selectOption('1 hour')
    await button(page, 'Rotate key').click()
    expect(await shownValue(page, 'Access key id')).not.to.equal(id)
    await keep(page)
    await rowOf(page, id)
      .getByText(/^in (1 hour|\d\d minutes)$/)
      .waitFor()
    await checkAccess(page)
    await takePicture(page, 'access-keys')
    await choose(rowOf(page, id), page, 'Delete key')
    await confirmByTyping(page, id, 'Delete key')
    await rowOf(page, id).waitFor({ state: 'detached' })
  })

  it('get access keys with a policy of their own, which the server checks', async () => {
    const page = await use().open('/projects/keys?tab=access-keys')
    await button(page, 'New access key').click()
    await dialog(page).getByLabel('May use').selectOption('What a policy says')
    await dialog(page).getByRole('textbox', { name: 'Policy' }).fill('{"Version": ')
    await button(page, 'Create key').click()
    await dialog(page).getByText('This is not JSON.').waitFor()
    await dialog(page).getByRole('textbox', { name: 'Policy' }).fill('{"Version": "2012-10-17"}')
    await button(page, 'Create key').click()
    await dialog(page).getByRole('alert').waitFor()
  })

  it('are bounded by sizes as one types them', async () => {
    const page = await use().open('/projects/photos?tab=quotas')
    await page.getByLabel('Stored bytes', { exact: true }).last().fill('much')
    await page.getByRole('textbox', { name: 'Buckets' }).fill('4')
    await button(page, 'Save').click()
    await page.getByText('This is no size.').waitFor()
    await page.getByRole('textbox', { name: 'Stored bytes' }).fill('10 GiB')
    await page.getByText('10,737,418,240 bytes').waitFor()
    await button(page, 'Save').click()
    await page.getByText('The bounds are saved.').waitFor()
    await page.getByText('1 of 4 (25%)').waitFor()
    expect(await use().admin('GET', '/projects/photos'))
      .to.have.property('quota')
      .that.includes({
        bytes: 10 * 2 ** 30,
        buckets: 4,
      })
    await checkAccess(page)
    await takePicture(page, 'quotas')
  })

  it('show what was asked of them', async () => {
    const page = await use().open('/projects/photos?tab=statistics')
    await page.getByRole('link', { name: 'RestUpload' }).waitFor()
    await page.getByRole('table', { name: 'Requests' }).waitFor({ state: 'attached' })
    await page.getByText('30 days', { exact: true }).click()
    await page.getByRole('link', { name: 'RestUpload' }).waitFor()
    await checkAccess(page)
    await takePicture(page, 'project-statistics')
    await page.getByRole('link', { name: 'RestUpload' }).click()
    await page.waitForURL('**/console/logs?project=photos&operation=RestUpload')
  })

  it('show viewers what there is, and nothing that they could change', async () => {
    const { open, admin, url } = use()
    const password = 'a long enough password'
    await admin('POST', '/operators', { name: 'vera', role: 'viewer', projects: ['photos'], password })
    const page = await open('/sign-in', { isSignedIn: false })
    await page.request.post(`${url}/admin/session`, { data: { name: 'vera', password } })
    await page.goto(`${url}/console/projects/photos?tab=access-keys`)
    await rowOf(page, 'seen').waitFor()
    expect(await button(page, 'New access key').count()).to.equal(0)
    expect(await page.getByRole('button', { name: /^Actions on/ }).count()).to.equal(0)
    expect(await page.getByRole('tab', { name: 'Members' }).count()).to.equal(0)
    await page.getByRole('tab', { name: 'Quotas' }).click()
    await page.getByText('Operators set the bounds.').waitFor()
    await page.goto(`${url}/console/projects`)
    await rowOf(page, 'photos').waitFor()
    expect(await rowOf(page, 'keys').count()).to.equal(0)
    expect(await button(page, 'New project').count()).to.equal(0)
  })

  it('show their members to those who manage them', async () => {
    const page = await use().open('/projects/photos?tab=members')
    await rowOf(page, 'vera').getByText('viewer').waitFor()
    await rowOf(page, 'vera').getByText('active', { exact: true }).waitFor()
    await checkAccess(page)
  })

  it('fit 360 pixels, in the dark and in French', async () => {
    const page = await use().open('/projects/photos', {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
      locale: 'fr-FR',
    })
    for (const tab of ['Vue d’ensemble', 'Clés d’API', 'Clés d’accès', 'Buckets', 'Quotas', 'Statistiques']) {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      await page.waitForLoadState('networkidle')
      await checkAccess(page)
      expect(await page.evaluate('document.documentElement.scrollWidth'), tab).to.equal(360)
    }
  })
})
