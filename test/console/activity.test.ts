import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { fillBucket } from './support/fill-bucket.ts'
import { takePicture } from './support/picture.ts'
import type { Page } from 'playwright-core'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text })
const dialog = (page: Page) => page.getByRole('dialog')

describe('logs, audit trail and jobs in the console', function () {
  this.timeout(120_000)
  this.retries(2)
  const use = useConsole()

  before(async () => {
    const { server } = use()
    await use().admin('POST', '/buckets', { name: 'photos' })
    await fillBucket(server, 'photos', ['2026/a.jpg', '2026/b.jpg'])
    await fetch(`${server.url}/photos/secret.txt`)
  })

  it('find requests, tell what an error means, and why it was denied', async () => {
    const page = await use().open('/logs')
    await rowOf(page, '2026/a.jpg').waitFor()
    await checkAccess(page)
    await takePicture(page, 'logs')
    await page.getByRole('combobox', { name: 'Status' }).click()
    await page.getByRole('option', { name: 'All that failed' }).click()
    await button(page, 'Search').click()
    await rowOf(page, '2026/a.jpg').waitFor({ state: 'detached' })
    expect(page.url()).to.contain('status=failed')
    await rowOf(page, 'secret.txt').getByRole('button', { name: 'GetObject' }).press('Enter')
    await dialog(page).getByText('No policy allows this, or one denies it.').waitFor()
    await dialog(page).getByRole('button', { name: 'Why was this denied?' }).click()
    await dialog(page).getByText('Nothing allows s3:GetObject').waitFor()
    await checkAccess(page)
    await takePicture(page, 'why-denied')
  })

  it('follow requests as they are answered, until it is paused', async () => {
    const { server } = use()
    const page = await use().open('/logs')
    await button(page, 'Follow live').click()
    await rowOf(page, '2026/a.jpg').waitFor()
    await fillBucket(server, 'photos', ['live.txt'])
    await rowOf(page, 'live.txt').waitFor()
    await checkAccess(page)
    await button(page, 'Pause').click()
    await page.getByRole('status').getByText('Paused').waitFor()
  })

  it('export what was found', async () => {
    const page = await use().open('/logs?error=AccessDenied')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    expect(text).to.contain('secret.txt').and.not.to.contain('a.jpg')
  })

  it('show who administered what', async () => {
    const page = await use().open('/audit')
    await rowOf(page, 'createBucket').getByText('root:TESTROOT').waitFor()
    await checkAccess(page)
    await takePicture(page, 'audit')
    await page.getByRole('combobox', { name: 'Action' }).fill('createBucket')
    await button(page, 'Search').click()
    await page.waitForURL(/call=createBucket/)
    await rowOf(page, 'createBucket').getByRole('button', { name: 'createBucket' }).click()
    await dialog(page).getByText('"name": "photos"').waitFor()
    await checkAccess(page)
  })

  it('show the jobs on a schedule and run one now', async () => {
    const page = await use().open('/jobs')
    await rowOf(page, 'sweep-trash').waitFor()
    await page.getByText('Disk space').waitFor()
    await checkAccess(page)
    await takePicture(page, 'jobs')
    await button(page, 'Run now: note-stored').click()
    await page.getByText('note-stored was started.').waitFor()
  })

  it('show jobs of objects with their outcome', async () => {
    await use().admin('POST', '/buckets/photos/jobs', {
      action: 'copy',
      prefixes: ['2026/'],
      to: { prefix: 'copies/' },
    })
    const page = await use().open('/jobs?tab=objects')
    await page.getByRole('combobox', { name: 'Bucket' }).click()
    await page.getByRole('option', { name: 'photos' }).click()
    await page.getByText('2 of 2 objects').waitFor()
    await checkAccess(page)
    await takePicture(page, 'object-jobs')
  })

  it('say that no project goes and no delivery waits', async () => {
    const page = await use().open('/jobs?tab=deletions')
    await page.getByText('No project is being deleted').waitFor()
    await page.getByRole('tab', { name: 'Deliveries' }).press('Enter')
    await page.getByText('Nothing waits').waitFor()
    await checkAccess(page)
  })

  it('fit a narrow screen, in French', async () => {
    const page = await use().open('/logs', { locale: 'fr-FR', viewport: { width: 360, height: 740 } })
    await rowOf(page, '2026/a.jpg').waitFor()
    await page.getByRole('heading', { name: 'Requêtes' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).to.be.at.most(360)
    await checkAccess(page)
    await takePicture(page, 'logs-narrow')
  })
})
