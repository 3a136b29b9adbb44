import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import sharp from 'sharp'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { readObject, sendAll } from './support/fill-bucket.ts'
import { parquetFile } from './support/parquet-file.ts'
import { takePicture } from './support/picture.ts'
import type { Page } from 'playwright-core'

const pathOf = (bucket: string, key: string, tab: string) =>
  `/projects/default/buckets/${bucket}/object?${new URLSearchParams({ key, tab }).toString()}`

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })
const linkIn = (page: Page) => page.getByRole('status').locator('pre').innerText()

/** Asks until it is so; the policy of the console forbids Playwright to wait in the page. */
async function until(page: Page, condition: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await page.evaluate<boolean>(condition)) return
    await sleep(100)
  }
  throw new Error(`It did not become so: ${condition}`)
}

const typeAndConfirm = async (page: Page, name: string, action: string): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(`Type ${name} to confirm.`).fill(name)
  await dialog.getByRole('button', { name: action }).click()
}

/** A second of silence. */
function wavFile(): Buffer {
  const samples = Buffer.alloc(8000)
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + samples.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(8000, 24)
  header.writeUInt32LE(8000, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples.length, 40)
  return Buffer.concat([header, samples])
}

const people = [
  { id: 1, name: 'Ada' },
  { id: 2, name: 'Grace' },
]
const readme = '# Trip\n\nA *short* one. <b>raw</b>\n\n- [plan](https://example.com/plan)\n'
const lines = (changed: string) =>
  Array.from({ length: 40 }, (_, at) => (at === 20 ? changed : `line ${String(at)}`)).join('\n')

/** A second of two colours, as base64. */
const recordFilm = `new Promise((done) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 })
  const pen = canvas.getContext('2d')
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' })
  const parts = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.onstop = async () => {
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
    done(btoa(String.fromCharCode(...bytes)))
  }
  recorder.start()
  let drawn = 0
  const timer = setInterval(() => {
    pen.fillStyle = drawn % 2 ? 'red' : 'blue'
    pen.fillRect(0, 0, 64, 48)
    if (++drawn < 25) return
    clearInterval(timer)
    recorder.stop()
  }, 40)
})`

describe('the page of an object', function () {
  this.timeout(60_000)
  this.retries(2)
  const use = useConsole()

  before(async () => {
    const { server } = use()
    await use().admin('POST', '/buckets', { name: 'trip' })
    await use().admin('POST', '/buckets', { name: 'kept' })
    await use().admin('POST', '/buckets', { name: 'locked', objectLock: true })
    await use().admin('POST', '/buckets/kept/settings/versioning', { document: { Status: 'Enabled' } })
    const presets = { thumbnail: { width: 120, height: 120, fit: 'inside', format: 'webp' } }
    await use().admin('POST', '/buckets/trip/delivery', { delivery: { presets } })
    const sea = sharp({ create: { width: 640, height: 400, channels: 3, background: '#1c7ed6' } })
    const put = (path: string, type: string, body: string | Buffer) => ({
      method: 'PUT',
      path,
      body,
      headers: { 'content-type': type },
    })
    await sendAll(server, [
      put('trip/2026/sea.png', 'image/png', await sea.png().toBuffer()),
      put('trip/readme.md', 'text/markdown', readme),
      put('trip/people.csv', 'text/csv', 'name,born\nAda,1815\nGrace,1906\n'),
      put('trip/settings.json', 'application/json', '{"a":{"b":[1,2]}}'),
      put('trip/people.parquet', 'application/octet-stream', parquetFile(people)),
      put('trip/silence.wav', 'audio/wav', wavFile()),
      put('trip/server.log', 'text/plain', 'x'.repeat(300_000)),
      put('trip/tool.bin', 'application/octet-stream', Buffer.from([0, 1, 2])),
      put('trip/gone.bin', 'application/octet-stream', 'x'),
      put('trip/old.txt', 'text/plain', 'old'),
      put('locked/contract.txt', 'text/plain', 'signed'),
      put('kept/notes.txt', 'text/plain', lines('before')),
    ])
    await sendAll(server, [put('kept/notes.txt', 'text/plain', lines('after'))])
  })

  describe('shows what is inside, without a byte from the origin of the console:', () => {
    const look = (key: string) => use().open(pathOf('trip', key, 'preview'))

    it('images with their size, and what presets make of it', async () => {
      const page = await look('2026/sea.png')
      await page.getByText('640 × 400 pixels').waitFor()
      await page.getByRole('cell', { name: '120 × 75 pixels' }).waitFor()
      const source = await page.getByRole('img', { name: 'sea.png' }).getAttribute('src')
      expect(new URL(source ?? '').origin).not.to.equal(use().url)
      await checkAccess(page)
      await takePicture(page, 'object-preview')
    })

    it('Markdown without its raw HTML', async () => {
      const page = await look('readme.md')
      await page.getByRole('heading', { name: 'Trip' }).waitFor()
      expect(await page.locator('b').count()).to.equal(0)
      await checkAccess(page)
    })

    it('tables of CSV and Parquet', async () => {
      const csv = await look('people.csv')
      await csv.getByRole('columnheader', { name: 'born' }).waitFor()
      await csv.getByRole('cell', { name: '1906' }).waitFor()
      await checkAccess(csv)
      const parquet = await look('people.parquet')
      await parquet.getByText('2 rows, 2 columns').waitFor()
      await parquet.getByRole('cell', { name: 'Grace' }).waitFor()
      await checkAccess(parquet)
      await takePicture(parquet, 'object-parquet')
    })

    it('JSON with indents, text up to a limit, sound', async () => {
      const json = await look('settings.json')
      await json.getByText('"a": {').waitFor()
      const log = await look('server.log')
      await log.getByText('Only the first 256 KiB of 293 KiB are shown.').waitFor()
      const sound = await look('silence.wav')
      await until(sound, 'document.querySelector("audio")?.duration === 1')
      await checkAccess(sound)
    })

    it('a video, and a PDF in the viewer of the browser', async () => {
      const [type, pdf] = ['video/webm', 'application/pdf']
      const studio = await look('tool.bin')
      const film = Buffer.from(await studio.evaluate<string>(recordFilm), 'base64')
      const paper =
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n'
      await sendAll(use().server, [
        { method: 'PUT', path: 'trip/film.webm', body: film, headers: { 'content-type': type } },
        { method: 'PUT', path: 'trip/paper.pdf', body: paper, headers: { 'content-type': pdf } },
      ])
      const video = await look('film.webm')
      await until(video, 'document.querySelector("video")?.videoWidth === 64')
      await checkAccess(video)
      const page = await look('paper.pdf')
      const source = new URL((await page.getByTitle('paper.pdf').getAttribute('src')) ?? '')
      expect(source.origin).not.to.equal(use().url)
      expect((await fetch(source)).headers.get('content-type')).to.equal(pdf)
    })

    it('a clear word where it cannot', async () => {
      const page = await look('tool.bin')
      await page.getByText('No preview for this type').waitFor()
      await checkAccess(page)
    })
  })

  it('edits metadata and tags by the keyboard', async () => {
    const page = await use().open(pathOf('trip', 'old.txt', 'details'))
    await button(page, 'Edit metadata').focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Cache control').fill('no-store')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByLabel('Name 1').fill('author')
    await page.getByLabel('Value 1').fill('Ada')
    await page.keyboard.press('Enter')
    await page.getByRole('rowheader', { name: 'x-amz-meta-author' }).waitFor()
    await button(page, 'Edit tags').click()
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByLabel('Name 1').fill('aws:mine')
    await button(page, 'Save').click()
    await page.getByText('Names that begin with aws: are reserved.').waitFor()
    await checkAccess(page)
    await page.getByLabel('Name 1').fill('team')
    await page.getByLabel('Value 1').fill('blue')
    await button(page, 'Save').click()
    await page.getByRole('rowheader', { name: 'team' }).waitFor()
    await checkAccess(page)
    await takePicture(page, 'object-details')
    const { headers } = await readObject(use().server, 'trip/old.txt')
    expect(headers['cache-control']).to.equal('no-store')
    expect(headers['x-amz-meta-author']).to.equal('Ada')
    expect(headers['x-amz-tagging-count']).to.equal('1')
  })

  it('compares versions, restores one, and brings back what was deleted', async () => {
    const { server } = use()
    const page = await use().open(pathOf('kept', 'notes.txt', 'versions'))
    await page.getByRole('checkbox').nth(1).waitFor()
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await checkAccess(page)
    await button(page, 'Compare versions').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('cell', { name: '− before' }).waitFor()
    await dialog.getByRole('cell', { name: '+ after' }).waitFor()
    expect(await dialog.getByRole('cell', { name: 'line 3', exact: true }).count()).to.equal(0)
    await checkAccess(page)
    await takePicture(page, 'object-compare')
    await page.keyboard.press('Escape')
    await button(page, 'Restore this version').click()
    await page.getByText('notes.txt is again what it was.').waitFor()
    expect((await readObject(server, 'kept/notes.txt')).body.toString()).to.contain('before')
    await button(page, 'Delete').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await button(page, 'Undo').waitFor()
    expect((await readObject(server, 'kept/notes.txt')).status).to.equal(404)
    await page.goBack()
    await page.getByText('There is nothing here at the moment').waitFor()
    await button(page, 'Undo the deletion').click()
    await page.getByText('notes.txt is back.').waitFor()
    expect((await readObject(server, 'kept/notes.txt')).status).to.equal(200)
  })

  it('deletes one version once its name is typed', async () => {
    const page = await use().open(pathOf('kept', 'notes.txt', 'versions'))
    const rows = page.getByRole('row')
    await button(page, 'Restore this version').first().waitFor()
    const count = await rows.count()
    await button(page, 'Delete this version for good').last().click()
    await typeAndConfirm(page, 'notes.txt', 'Delete this version for good')
    await page.getByText('The version is gone.').waitFor()
    await rows.nth(count - 1).waitFor({ state: 'detached' })
  })

  it('says what retention and legal hold mean, and sets them', async () => {
    const page = await use().open(pathOf('locked', 'contract.txt', 'protection'))
    await button(page, 'Set retention').click()
    await page.getByText('Nobody may delete it before the date, not even an operator.').waitFor()
    await page.getByLabel('Governance').check()
    await checkAccess(page)
    await button(page, 'Save').click()
    await page.getByText(/^until /).waitFor()
    await page.getByRole('switch', { name: 'Legal hold is off' }).click()
    await page.getByRole('switch', { name: 'Legal hold is on' }).waitFor()
    await checkAccess(page)
    await takePicture(page, 'object-protection')
    await button(page, 'Set retention').click()
    await page.getByLabel('No retention').check()
    await page.getByLabel('Bypass governance').check()
    await button(page, 'Save').click()
    await page.getByText('No retention').waitFor()
  })

  it('shares by presigned links', async () => {
    const page = await use().open(pathOf('trip', 'readme.md', 'share'))
    await page.getByLabel('Good for').fill('8')
    await page.getByRole('combobox', { name: 'Unit' }).click()
    await page.getByRole('option', { name: 'days' }).click()
    await page.getByText('From 1 minute to 7 days.').waitFor()
    await page.getByLabel('Good for').fill('2')
    await page.getByLabel('Save as a file instead of showing it').check()
    await page.getByLabel('Name of the file').fill('trip.md')
    await button(page, 'Make the link').click()
    const answer = await fetch(await linkIn(page))
    expect(await answer.text()).to.equal(readme)
    expect(answer.headers.get('content-disposition')).to.contain('filename="trip.md"')
    await page.getByRole('img', { name: 'QR code of the link' }).waitFor()
    await checkAccess(page)
    await takePicture(page, 'object-share')
  })

  it('shares by signed links, and revokes them', async () => {
    const page = await use().open(pathOf('trip', 'readme.md', 'share'))
    await page.getByText('Signed link', { exact: true }).click()
    await page.getByText('A signed link needs an API key').waitFor()
    await checkAccess(page)
    await use().admin('POST', '/projects/default/api-keys', { name: 'web' })
    await page.reload()
    await page.getByText('Signed link', { exact: true }).click()
    await page.getByLabel('For one download only').check()
    await button(page, 'Make the link').click()
    const once = await linkIn(page)
    expect([(await fetch(once)).status, (await fetch(once)).status]).to.deep.equal([200, 403])
    await page.getByLabel('For one download only').uncheck()
    await button(page, 'Make the link').click()
    await until(page, `document.querySelector('[role=status] pre')?.textContent !== ${JSON.stringify(once)}`)
    const url = await linkIn(page)
    await page.getByRole('link', { name: 'See all signed links of this bucket' }).click()
    await page.getByText(/^once, used on/).waitFor()
    await checkAccess(page)
    await takePicture(page, 'links')
    await page.getByRole('button', { name: 'Revoke the link to readme.md' }).first().click()
    await typeAndConfirm(page, 'readme.md', 'Revoke the link')
    await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' })
    expect((await fetch(url)).status).to.equal(403)
  })

  it('deletes for good once the name is typed', async () => {
    const page = await use().open(pathOf('trip', 'gone.bin', 'preview'))
    await button(page, 'Delete').click()
    await typeAndConfirm(page, 'gone.bin', 'Delete')
    await page.waitForURL(/buckets\/trip$/)
    expect((await readObject(use().server, 'trip/gone.bin')).status).to.equal(404)
  })

  it('offers viewers what they may do only', async () => {
    const password = 'a password to look'
    await use().admin('POST', '/operators', { name: 'looker', password, role: 'viewer' })
    const page = await use().open('/', { isSignedIn: false })
    await page.context().request.post(`${use().url}/admin/session`, { data: { name: 'looker', password } })
    await page.goto(`${use().url}/console${pathOf('trip', 'readme.md', 'preview')}`)
    await page.getByText('Your role does not show what is inside').waitFor()
    for (const name of ['Download', 'Delete']) expect(await button(page, name).count(), name).to.equal(0)
    await tab(page, 'Details').click()
    await page.getByRole('rowheader', { name: 'Content type' }).waitFor()
    expect(await button(page, 'Edit tags').count()).to.equal(0)
  })

  it('is in French, in the dark, and at 360 pixels, too', async () => {
    const page = await use().open(pathOf('trip', '2026/sea.png', 'preview'), {
      locale: 'fr-FR',
      colorScheme: 'dark',
      viewport: { width: 360, height: 740 },
    })
    await page.getByText('640 × 400 pixels').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(360)
    await checkAccess(page)
    for (const name of ['Détails', 'Versions', 'Protection', 'Partager']) {
      await tab(page, name).click()
      const panel = page.getByRole('tabpanel')
      await panel
        .getByRole('heading')
        .or(panel.getByRole('table'))
        .or(panel.getByRole('button'))
        .first()
        .waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).to.equal(360)
      await checkAccess(page)
    }
    await takePicture(page, 'object-narrow')
  })
})
