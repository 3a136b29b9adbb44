import { expect } from 'chai'
import { checkAccess } from './support/access.ts'
import { takePicture } from './support/picture.ts'
import { useConsole } from './support/console.ts'
import type { Page } from 'playwright-core'

const panels = [
  'general',
  'visibility',
  'policy',
  'access',
  'versioning',
  'lifecycle',
  'encryption',
  'cors',
  'delivery',
  'notifications',
  'replication',
  'website',
  'logging',
  'tags',
  'more',
]

describe('the settings of a bucket, in the console', function () {
  this.timeout(60_000)
  this.retries(2)
  const console = useConsole({ SEAU_NOTIFY_HOOK: 'http://127.0.0.1:9/hook' })
  const settings = (bucket: string, tab: string) => `/projects/default/buckets/${bucket}/settings?tab=${tab}`

  async function open(bucket: string, tab: string): Promise<Page> {
    await console().admin('POST', '/buckets', { project: 'default', name: bucket })
    return console().open(settings(bucket, tab))
  }

  const saved = async (bucket: string, setting: string): Promise<unknown> =>
    ((await console().admin('GET', `/buckets/${bucket}/settings/${setting}`)) as { document: unknown })
      .document

  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
  const isSaved = (page: Page) => page.getByText('Saved', { exact: true }).first().waitFor()

  describe('each room', () => {
    before(() => console().admin('POST', '/buckets', { project: 'default', name: 'rooms' }))
    for (const panel of panels) {
      it(`shows ${panel} to everybody`, async () => {
        const page = await console().open(settings('rooms', panel))
        await page.getByRole('heading', { level: 2 }).first().waitFor()
        await page.waitForLoadState('networkidle')
        await checkAccess(page)
        await takePicture(page, `settings-${panel}`)
        await page.close()
      })
    }
  })

  it('takes a quota with its unit', async () => {
    const page = await open('quotas', 'general')
    await page.getByLabel('Bytes at most').fill('10 GiB')
    await page.getByLabel('Objects and versions at most').fill('5000')
    await save(page)
    await isSaved(page)
    const bucket = (await console().admin('GET', '/buckets/quotas')) as { quota: unknown }
    expect(bucket.quota).to.deep.equal({ bytes: 10 * 1024 ** 3, objects: 5000 })
  })

  it('opens a bucket to everybody only for those who type its name', async () => {
    const page = await open('opened', 'visibility')
    await page.getByLabel('Public to read').click()
    const confirm = page.getByRole('button', { name: 'Make it public' })
    expect(await confirm.isDisabled()).to.equal(true)
    await page.getByLabel('Type opened to confirm.').fill('opened')
    await confirm.click()
    await page.getByText('Everybody can read this bucket').waitFor()
    await checkAccess(page)
    await takePicture(page, 'settings-public')
    await page.getByLabel('Private').click()
    await page.getByText('Everybody can read this bucket').waitFor({ state: 'detached' })
  })

  it('writes a rule of the lifecycle and says what it does', async () => {
    const page = await open('aging', 'lifecycle')
    await page.getByRole('button', { name: 'Add a rule' }).click()
    await page.getByLabel('Prefix', { exact: true }).fill('logs/')
    await page.getByLabel('They expire').selectOption('days')
    await page.getByText('Objects below “logs/”: they expire after 30 days; uploads are aborted').waitFor()
    await checkAccess(page)
    await takePicture(page, 'settings-lifecycle-rule')
    await save(page)
    await isSaved(page)
    expect(await saved('aging', 'lifecycle')).to.deep.include({
      Rules: [
        {
          ID: 'rule-1',
          Status: 'Enabled',
          Filter: { Prefix: 'logs/' },
          Expiration: { Days: 30 },
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        },
      ],
    })
  })

  it('asks before a change that is not saved is left behind', async () => {
    const page = await open('unsaved', 'lifecycle')
    await page.getByRole('button', { name: 'Add a rule' }).click()
    const rooms = page.getByRole('navigation', { name: 'Settings' })
    const question = page.getByRole('dialog', { name: 'Leave without saving?' })
    await rooms.getByRole('link', { name: 'CORS' }).click()
    await checkAccess(page)
    await question.getByRole('button', { name: 'Stay' }).click()
    await question.waitFor({ state: 'hidden' })
    await page.getByLabel('Prefix', { exact: true }).fill('kept/')
    await rooms.getByRole('link', { name: 'CORS' }).click()
    await question.getByRole('button', { name: 'Leave' }).click()
    await page.getByLabel('My web app at').waitFor()
    await rooms.getByRole('link', { name: 'Lifecycle' }).click()
    await page.getByRole('button', { name: 'Add a rule' }).waitFor()
    expect(await page.getByLabel('Prefix', { exact: true }).count()).to.equal(0)
  })

  it('brings back what was removed', async () => {
    const page = await open('undone', 'cors')
    await page.getByLabel('My web app at').fill('https://app.example.com/start')
    await page.getByRole('button', { name: 'Add the rule' }).click()
    await page.getByText('Pages of https://app.example.com may use GET and HEAD.').waitFor()
    await takePicture(page, 'settings-cors-rule')
    await save(page)
    await isSaved(page)
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('No other site may ask from a browser').waitFor()
    expect(await saved('undone', 'cors')).to.equal(null)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByText('Pages of https://app.example.com may use GET and HEAD.').waitFor()
  })

  it('shows what the server refuses at its line', async () => {
    const page = await open('policies', 'policy')
    await page.getByRole('button', { name: 'Add to the policy' }).click()
    const editor = page.getByRole('textbox', { name: 'JSON, as S3 has it' })
    const policy = await editor.inputValue()
    await editor.fill(policy.replace('s3:GetObject', 's3:Nothing'))
    await save(page)
    await page.getByText('Line 8: Policy has invalid action (Statement[0].Action: s3:Nothing)').waitFor()
    await takePicture(page, 'settings-policy-refused')
    await editor.fill(`${policy},`)
    await page.getByText(/^Line 12: /).waitFor()
    await editor.fill(policy)
    await save(page)
    await isSaved(page)
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByText('This is done to objects: name one.').waitFor()
    await page.getByLabel('On which object').fill('report.pdf')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.getByText('Yes, that is allowed').waitFor()
    await page.getByText('Decided by: Policy of the bucket (PublicRead).').waitFor()
    await checkAccess(page)
    await takePicture(page, 'settings-simulator')
  })

  it('lets viewers look, and change nothing', async () => {
    const { url } = console()
    await console().admin('POST', '/operators', {
      name: 'vera',
      password: 'a password to look',
      role: 'viewer',
    })
    await console().admin('POST', '/buckets', { project: 'default', name: 'looked-at' })
    const page = await console().open('/sign-in', { isSignedIn: false })
    const answer = await page.request.post(`${url}/admin/session`, {
      data: { name: 'vera', password: 'a password to look' },
    })
    expect(answer.status()).to.equal(201)
    await page.goto(`${url}/console${settings('looked-at', 'versioning')}`)
    await page.getByText('Your role lets you look at this, not change it.').first().waitFor()
    expect(await page.getByLabel('On', { exact: true }).isDisabled()).to.equal(true)
    expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).to.equal(0)
  })

  it('switches object lock on only for those who type the name of the bucket', async () => {
    const page = await open('locked', 'versioning')
    await page.getByLabel('On', { exact: true }).click()
    await save(page)
    await page.getByRole('switch').first().press('Space')
    await page.getByRole('button', { name: 'Save', exact: true }).last().click()
    await page.getByLabel('Type locked to confirm.').fill('locked')
    await page.getByRole('button', { name: 'Switch it on for good' }).click()
    await page.getByText('Saved', { exact: true }).nth(1).waitFor()
    expect(await saved('locked', 'objectLock')).to.deep.equal({ ObjectLockEnabled: 'Enabled' })
    expect(await saved('locked', 'versioning')).to.deep.equal({ Status: 'Enabled' })
  })

  it('deletes a bucket with everything in it', async () => {
    const page = await open('doomed', 'general')
    await page.getByRole('button', { name: 'Delete with everything' }).click()
    await page.getByLabel('Type doomed to confirm.').fill('doomed')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete with everything' }).click()
    await page.getByText('There is no such bucket').waitFor()
  })

  it('works in French on a narrow screen in the dark', async () => {
    await console().admin('POST', '/buckets', { project: 'default', name: 'etroit' })
    const page = await console().open(settings('etroit', 'lifecycle'), {
      locale: 'fr-FR',
      colorScheme: 'dark',
      viewport: { width: 360, height: 740 },
    })
    await page.getByRole('heading', { name: 'Cycle de vie' }).waitFor()
    await page.getByRole('button', { name: 'Ajouter une règle' }).click()
    await page.getByText('Tous les objets : les envois sont abandonnés 7 jours après leur début.').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(360)
    await checkAccess(page)
    await takePicture(page, 'settings-narrow')
    await page.getByRole('combobox', { name: 'Réglages', exact: true }).selectOption('visibility')
    await page.getByRole('dialog').getByRole('button', { name: 'Partir' }).click()
    await page.getByRole('heading', { name: 'Visibilité' }).waitFor()
  })
})
