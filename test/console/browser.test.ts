import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import { readZip } from '../support/read-zip.ts'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { fillBucket, readObject, sendAll } from './support/fill-bucket.ts'
import { takePicture } from './support/picture.ts'
import type { Download, Page } from 'playwright-core'

const numbered = (count: number, name: (number: string) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => name(String(index).padStart(5, '0')))

const address = (bucket: string, query = '') => `/projects/default/buckets/${bucket}${query}`
const grid = (page: Page) => page.getByRole('grid', { name: 'Objects' })
const rowOf = (page: Page, name: string) => grid(page).getByRole('row').filter({ hasText: name })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const select = async (page: Page, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await rowOf(page, name).getByRole('gridcell').first().click()
}

const names = (page: Page): Promise<readonly string[]> =>
  grid(page).getByRole('row').getByRole('link').allTextContents()

async function savedFile(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  // It begins in a tab of its own.
  const download = new Promise<Download>((resolve) => {
    page.on('download', resolve)
    page.context().on('page', (tab) => tab.on('download', resolve))
  })
  await act()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

describe('the object browser', function () {
  this.timeout(60_000)
  this.retries(2)
  const use = useConsole()

  before(async () => {
    const tested = use()
    const { server } = tested
    for (const name of ['photos', 'versioned', 'archive', 'empty'])
      await tested.admin('POST', '/buckets', { name })
    await tested.admin('POST', '/buckets/versioned/settings/versioning', { document: { Status: 'Enabled' } })
    await fillBucket(server, 'photos', [
      ...['2024/a.jpg', '2024/b.jpg', '2025/trip/c.jpg', 'readme.md', 'zebra.txt'],
      ...numbered(1300, (number) => `many/object-${number}.txt`),
    ])
    await fillBucket(server, 'versioned', ['a.txt', 'b.txt', 'docs/c.txt'])
    await fillBucket(server, 'versioned', ['a.txt'])
    await sendAll(server, [{ method: 'DELETE', path: 'versioned/b.txt' }])
  })

  it('lists folders first and is used by the keyboard alone', async () => {
    const page = await use().open(address('photos'))
    await grid(page).focus()
    expect(await names(page)).to.deep.equal(['2024/', '2025/', 'many/', 'readme.md', 'zebra.txt'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('2 selected').waitFor()
    await checkAccess(page)
    await takePicture(page, 'browser')
    await page.keyboard.press('Control+a')
    await page.getByText('5 selected').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Nothing is selected').waitFor()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await rowOf(page, 'a.jpg').waitFor()
    expect(new URL(page.url()).searchParams.get('prefix')).to.equal('2024/')
    await grid(page).focus()
    await page.keyboard.press('Backspace')
    await rowOf(page, 'readme.md').waitFor()
  })

  it('goes where a path is typed, and back by the breadcrumb', async () => {
    const page = await use().open(address('photos'))
    await button(page, 'Type a path').click()
    await page.getByRole('textbox', { name: 'Path' }).fill('2025/trip/')
    await page.keyboard.press('Enter')
    await rowOf(page, 'c.jpg').waitFor()
    await page.getByRole('navigation', { name: 'Path' }).getByRole('link', { name: '2025' }).click()
    await rowOf(page, 'trip/').waitFor()
  })

  it('searches by the beginning of names', async () => {
    const page = await use().open(address('photos'))
    await page.getByRole('textbox', { name: 'Search by the beginning' }).fill('zeb')
    await rowOf(page, 'readme.md').waitFor({ state: 'detached' })
    expect(await names(page)).to.deep.equal(['zebra.txt'])
    await page.getByRole('textbox', { name: 'Search by the beginning' }).fill('nothing')
    await page.getByText('Nothing begins like that').waitFor()
    await checkAccess(page)
  })

  it('draws only what is seen of many keys, loads on, and sorts what it has loaded', async () => {
    const page = await use().open(address('photos', '?prefix=many/'))
    await grid(page).focus()
    await page.keyboard.press('End')
    await page.getByText('1,300 rows loaded').waitFor()
    expect(await grid(page).getByRole('row').count()).to.be.below(80)
    await page.keyboard.press('End')
    await rowOf(page, 'object-01299.txt').waitFor()
    await button(page, 'Name').click()
    await grid(page).focus()
    await page.keyboard.press('Home')
    await rowOf(page, 'object-01299.txt').waitFor()
    await grid(page)
      .getByRole('columnheader', { name: 'Name' })
      .and(page.locator('[aria-sort=descending]'))
      .waitFor()
  })

  it('teaches in an empty bucket, and makes folders', async () => {
    const page = await use().open(address('empty'))
    await page.getByText('This bucket is empty').waitFor()
    await checkAccess(page)
    await button(page, 'New folder').click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('a/b')
    await button(page, 'Make the folder').click()
    await page.getByText('A name has no slash').waitFor()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('inbox')
    await button(page, 'Make the folder').click()
    await page.getByText('This folder is empty').waitFor()
    expect((await readObject(use().server, 'empty/inbox/')).status).to.equal(200)
  })

  it('downloads one object from S3, and several as a ZIP', async () => {
    const page = await use().open(address('photos'))
    await select(page, 'readme.md')
    const one = await savedFile(page, () => button(page, 'Download').click())
    expect([one.name, String(one.bytes)]).to.deep.equal(['readme.md', 'readme.md'])
    await select(page, '2024/')
    const several = await savedFile(page, () => button(page, 'Download').click())
    expect(several.name).to.match(/\.zip$/)
    expect(Object.keys(readZip(several.bytes)).sort()).to.deep.equal([
      '2024/a.jpg',
      '2024/b.jpg',
      'readme.md',
    ])
  })

  it('renames a folder by a job that is seen to be done', async () => {
    const page = await use().open(address('photos'))
    await select(page, '2025/')
    await grid(page).focus()
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'New name' }).fill('2024')
    await button(page, 'Rename').last().click()
    await page.getByText('This name is taken').waitFor()
    await page.getByRole('textbox', { name: 'New name' }).fill('2027')
    await button(page, 'Rename').last().click()
    const jobs = page.getByRole('dialog', { name: 'Jobs of this bucket' })
    await jobs.getByText('Move 2025/').waitFor()
    await jobs.getByText('done', { exact: true }).waitFor()
    await checkAccess(page)
    await takePicture(page, 'browser-jobs')
    await page.keyboard.press('Escape')
    await rowOf(page, '2027/').waitFor()
    await rowOf(page, '2025/').waitFor({ state: 'detached' })
    expect(String((await readObject(use().server, 'photos/2027/trip/c.jpg')).body)).to.equal(
      '2025/trip/c.jpg',
    )
  })

  it('copies into another bucket', async () => {
    const page = await use().open(address('photos'))
    await select(page, '2024/', 'zebra.txt')
    await button(page, 'Copy to…').click()
    await page.getByRole('combobox', { name: 'Bucket' }).click()
    await page.getByRole('option', { name: 'archive' }).click()
    await page.getByRole('textbox', { name: 'Folder' }).fill('kept')
    await button(page, 'Copy').click()
    await page.getByRole('dialog', { name: 'Jobs of this bucket' }).getByText('3 of 3 objects').waitFor()
    expect((await readObject(use().server, 'archive/kept/2024/a.jpg')).status).to.equal(200)
    expect((await readObject(use().server, 'archive/kept/zebra.txt')).status).to.equal(200)
  })

  it('deletes only what was named, where no versions are kept', async () => {
    const page = await use().open(address('photos'))
    await select(page, 'zebra.txt')
    await grid(page).focus()
    await page.keyboard.press('Delete')
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Delete' })
    expect(await confirm.isDisabled()).to.equal(true)
    await checkAccess(page)
    await page.getByRole('textbox', { name: 'Type zebra.txt to confirm.' }).fill('zebra.txt')
    await confirm.click()
    await rowOf(page, 'zebra.txt').waitFor({ state: 'detached' })
    expect((await readObject(use().server, 'photos/zebra.txt')).status).to.equal(404)
  })

  it('undoes a deletion where versions are kept', async () => {
    const page = await use().open(address('versioned'))
    await select(page, 'a.txt')
    await button(page, 'Delete').click()
    await rowOf(page, 'a.txt').waitFor({ state: 'detached' })
    await button(page, 'Undo').click()
    await rowOf(page, 'a.txt').waitFor()
  })

  it('shows versions, takes back a delete marker, and restores an older version', async () => {
    const page = await use().open(address('versioned'))
    await page.getByRole('switch', { name: 'Show versions' }).check()
    await rowOf(page, 'deleted').waitFor()
    await checkAccess(page)
    await takePicture(page, 'browser-versions')
    await select(page, 'deleted')
    await button(page, 'Undelete').click()
    await rowOf(page, 'deleted').waitFor({ state: 'detached' })
    expect((await readObject(use().server, 'versioned/b.txt')).status).to.equal(200)
    await rowOf(page, 'a.txt').last().getByRole('gridcell').first().click()
    await button(page, 'Restore').click()
    await page.getByText('is the newest again').waitFor()
    expect(await rowOf(page, 'a.txt').count()).to.equal(3)
  })

  it('offers no change to who may only read', async () => {
    const tested = use()
    const password = 'a-long-pass-phrase-1'
    await tested.admin('POST', '/operators', { name: 'reader', password, role: 'viewer', projects: null })
    const page = await tested.open('/sign-in', { isSignedIn: false })
    await page.context().request.post(`${tested.url}/admin/session`, { data: { name: 'reader', password } })
    await page.goto(`${tested.url}/console${address('photos')}`)
    await select(page, 'readme.md')
    await button(page, 'Open').waitFor()
    for (const name of ['Upload', 'New folder', 'Delete', 'Rename', 'Move to…'])
      expect(await button(page, name).count(), name).to.equal(0)
  })

  it('speaks French, in the dark and on a telephone', async () => {
    const viewport = { width: 360, height: 740 }
    const page = await use().open(address('photos'), { locale: 'fr-FR', colorScheme: 'dark', viewport })
    await page.getByText('lignes chargées').waitFor()
    await checkAccess(page)
    await takePicture(page, 'browser-phone')
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(overflow, 'nothing is wider than the screen').to.be.at.most(0)
  })
})
