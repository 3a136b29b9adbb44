import { expect } from 'chai'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import type { Page } from 'playwright-core'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { takePicture } from './support/picture.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

describe('the first start in the console', function () {
  this.timeout(90_000)
  this.retries(2)
  const use = useConsole()

  it('leads from nothing to a bucket that tools reach', async () => {
    const page = await use().open('/')
    await page.getByRole('link', { name: 'Set up the first bucket' }).click()
    await page.getByLabel('Name of the new project').fill('shop')
    await checkAccess(page)
    await button(page, 'Create the project').click()
    await page.getByLabel('Name of the bucket').fill('Not A Name')
    await button(page, 'Create the bucket').click()
    await page.getByText('This is not a name that S3 allows.').waitFor()
    await page.getByLabel('Name of the bucket').fill('pictures')
    await button(page, 'Create the bucket').click()
    await button(page, 'Or send a text that says hello').click()
    await page.getByText('hello.txt is in pictures.').waitFor()
    await checkAccess(page)
    await button(page, 'Next').click()
    await button(page, 'Create the key').click()
    await page.getByText('Secret key', { exact: true }).waitFor()
    const [accessKeyId = '', secretAccessKey = ''] = await page.locator('pre').allInnerTexts()
    await checkAccess(page)
    await button(page, 'Next').click()
    await page.getByRole('tab', { name: 'rclone' }).click()
    const snippet = await page.locator('pre').innerText()
    expect(snippet).to.contain(use().server.url.replace(/\/$/, '')).and.to.contain(secretAccessKey)
    await checkAccess(page)
    await takePicture(page, 'setup')
    const client = new S3Client({
      endpoint: use().server.url,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: accessKeyId.trim(), secretAccessKey: secretAccessKey.trim() },
    })
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: 'pictures' }))
    expect(Contents?.map(({ Key }) => Key)).to.deep.equal(['hello.txt'])
    await page.getByRole('link', { name: 'Open the bucket' }).click()
    await page.waitForURL('**/projects/shop/buckets/pictures')
  })

  it('is followed by a dashboard with figures', async () => {
    const page = await use().open('/')
    const tile = page.locator('dl > div').filter({ hasText: 'Objects' })
    await tile.getByText('1', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'PutObject' }).first().waitFor()
    await page.getByText(/jobs, all well/).waitFor()
    await page.getByRole('table', { name: 'Requests and errors' }).waitFor({ state: 'attached' })
    await page.locator('.recharts-surface').first().waitFor()
    await checkAccess(page)
    await takePicture(page, 'dashboard')
    await page.getByText('7 days', { exact: true }).click()
    await page.getByText('The last 7 days, in UTC.').waitFor()
    const steps = page.getByRole('table', { name: 'Requests and errors' }).locator('tbody tr')
    expect(await steps.count()).to.equal(7)
    await page.getByRole('link', { name: 'PutObject' }).first().click()
    await page.waitForURL('**/console/logs?*')
  })
})
