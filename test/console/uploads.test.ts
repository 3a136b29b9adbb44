import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { fillBucket, readObject } from './support/fill-bucket.ts'
import { takePicture } from './support/picture.ts'
import type { Page } from 'playwright-core'

const mebibyte = 1024 * 1024
const address = '/projects/default/buckets/inbox'
const tray = (page: Page) => page.getByRole('region', { name: 'Uploads', exact: true })
const filesInput = (page: Page) => page.locator('input[type=file][aria-label=Files]')
const folderInput = (page: Page) => page.locator('input[type=file][aria-label=Folder]')
const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex')

describe('uploads in the console', function () {
  this.timeout(360_000)
  this.retries(2)
  const use = useConsole()
  let folder = ''

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seau-uploads-'))
    await use().admin('POST', '/buckets', { name: 'inbox' })
    await fillBucket(use().server, 'inbox', ['first.txt'])
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const fileOf = async (name: string, bytes: Buffer): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return path
  }

  it('brings 200 MiB through an interruption of the network, from the parts that are there', async () => {
    const bytes = randomBytes(200 * mebibyte)
    const page = await use().open(address)
    const sent: string[] = []
    page.on('requestfinished', (request) => {
      const part = new URL(request.url()).searchParams.get('partNumber')
      if (request.method() === 'PUT' && part !== null) sent.push(part)
    })
    await page.getByRole('grid').waitFor()
    await filesInput(page).setInputFiles(await fileOf('large.bin', bytes))
    await expectSoon(() => sent.length >= 3)
    await page.context().setOffline(true)
    await tray(page).getByText('failed').waitFor({ timeout: 30_000 })
    await page.getByText('The server does not answer').first().waitFor()
    await takePicture(page, 'upload-interrupted')
    await page.context().setOffline(false)
    await tray(page).getByText('1 of 1 uploaded').waitFor({ timeout: 60_000 })
    const { body } = await readObject(use().server, 'inbox/large.bin')
    expect(md5(body)).to.equal(md5(bytes))
    expect(new Set(sent).size, 'all parts').to.equal(25)
    expect(sent.length, 'parts that were sent twice').to.be.at.most(25 + 4)
    await page.getByRole('row').filter({ hasText: 'large.bin' }).waitFor()
  })

  it('takes a folder of 500 files, and goes on while one visits other pages', async () => {
    const top = join(folder, 'album')
    await mkdir(join(top, 'inner'), { recursive: true })
    const names = Array.from(
      { length: 500 },
      (_, index) => `${index % 2 ? 'inner/' : ''}${String(index)}.txt`,
    )
    await Promise.all(names.map((name) => writeFile(join(top, name), name)))
    const page = await use().open(address)
    await page.getByRole('grid').waitFor()
    await folderInput(page).setInputFiles(top)
    await tray(page).waitFor()
    await checkAccess(page)
    await takePicture(page, 'upload-folder')
    expect(await tray(page).getByRole('listitem').count()).to.be.below(20)
    await page.getByRole('link', { name: 'Projects', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Projects' }).waitFor()
    await tray(page).getByText('500 of 500 uploaded').waitFor({ timeout: 300_000 })
    expect(String((await readObject(use().server, 'inbox/album/inner/499.txt')).body)).to.equal(
      'inner/499.txt',
    )
    const { objects } = (await use().admin('GET', '/buckets/inbox/objects?prefix=album/')) as { objects: [] }
    expect(objects).to.have.lengthOf(500)
    await tray(page).getByRole('button', { name: 'Clear' }).click()
    await tray(page).waitFor({ state: 'detached' })
  })

  it('pauses, goes on and cancels', async () => {
    const page = await use().open(address)
    await page.getByRole('grid').waitFor()
    await page.route(/partNumber=/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.continue().catch(() => undefined)
    })
    await filesInput(page).setInputFiles([
      await fileOf('kept.bin', randomBytes(40 * mebibyte)),
      await fileOf('given-up.bin', randomBytes(40 * mebibyte)),
    ])
    await tray(page).getByRole('button', { name: 'Pause kept.bin' }).click()
    await tray(page).getByText('paused').waitFor()
    await tray(page).getByRole('button', { name: 'Cancel given-up.bin' }).click()
    await tray(page).getByText('given-up.bin').waitFor({ state: 'detached' })
    await tray(page).getByRole('button', { name: 'Go on with kept.bin' }).click()
    await tray(page).getByText('1 of 1 uploaded').waitFor({ timeout: 60_000 })
    expect((await readObject(use().server, 'inbox/kept.bin')).status).to.equal(200)
    expect((await readObject(use().server, 'inbox/given-up.bin')).status).to.equal(404)
    const { uploads } = (await use().admin('GET', '/buckets/inbox/uploads')) as { uploads: [] }
    expect(uploads).to.deep.equal([])
  })

  it('asks once about names that are taken', async () => {
    await fillBucket(use().server, 'inbox', ['same.txt', 'other.txt'])
    const page = await use().open(address)
    await page.getByRole('grid').waitFor()
    const files = [
      await fileOf('same.txt', Buffer.from('new')),
      await fileOf('other.txt', Buffer.from('new')),
    ]
    await filesInput(page).setInputFiles(files)
    await page.getByRole('dialog', { name: '2 names are taken' }).waitFor()
    await checkAccess(page)
    await page.getByRole('button', { name: 'Keep both' }).click()
    await tray(page).getByText('2 of 2 uploaded').waitFor()
    expect(String((await readObject(use().server, 'inbox/same.txt')).body)).to.equal('same.txt')
    expect(String((await readObject(use().server, 'inbox/same (1).txt')).body)).to.equal('new')
    await filesInput(page).setInputFiles(files)
    await page.getByRole('button', { name: 'Replace all' }).click()
    await tray(page).getByText('4 of 4 uploaded').waitFor()
    expect(String((await readObject(use().server, 'inbox/same.txt')).body)).to.equal('new')
  })

  it('takes what is dropped', async () => {
    const page = await use().open(address)
    const grid = page.getByRole('grid')
    await grid.waitFor()
    const dataTransfer = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }))
      return transfer
    })()`)
    await grid.dispatchEvent('dragenter', { dataTransfer })
    await page.getByText('Drop to upload into this folder').waitFor()
    await grid.dispatchEvent('drop', { dataTransfer })
    await tray(page).getByText('1 of 1 uploaded').waitFor()
    const { headers, body } = await readObject(use().server, 'inbox/dropped.txt')
    expect([headers['content-type'], String(body)]).to.deep.equal(['text/plain', 'dropped'])
    await page.getByRole('row').filter({ hasText: 'dropped.txt' }).waitFor()
  })
})

async function expectSoon(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !holds(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(holds()).to.equal(true)
}
