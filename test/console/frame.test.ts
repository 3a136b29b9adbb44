import { expect } from 'chai'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { fillSignIn, password, signInAs } from './support/operator.ts'
import { takePicture } from './support/picture.ts'

describe('the frame of the console', function () {
  this.timeout(60_000)
  this.retries(2)
  const use = useConsole()

  before(async () => {
    const under = use()
    await under.admin('POST', '/projects', { name: 'shop' })
    await under.admin('POST', '/buckets', { project: 'shop', name: 'pictures' })
    await under.admin('POST', '/operators', { name: 'vera', role: 'viewer', password })
  })

  it('asks who one is, says what was wrong, and leads back to where one wanted to go', async () => {
    const page = await use().open('/projects/shop?tab=keys', { isSignedIn: false })
    await page.getByRole('heading', { name: 'Sign in to Seau' }).waitFor()
    expect(await page.title()).to.equal('Sign in · Seau')
    await checkAccess(page)
    await takePicture(page, 'sign-in')
    await page.getByLabel('Name').fill('vera')
    await page.getByLabel('Password', { exact: true }).fill('nonsense')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('The name or the password is not right').waitFor()
    await checkAccess(page)
    await fillSignIn(page, 'vera')
    await page.waitForURL('**/console/projects/shop?tab=keys')
  })

  it('says why a provider did not let one in', async () => {
    const page = await use().open('/sign-in?problem=AccessDenied', { isSignedIn: false })
    await page.getByRole('alert').getByText('The provider gives you no role here').waitFor()
    await checkAccess(page)
  })

  it('never leads to another site after the sign-in', async () => {
    const page = await use().open('/sign-in?back=https%3A%2F%2Fexample.org%2Flogs', { isSignedIn: false })
    await fillSignIn(page, 'vera')
    await page.waitForURL(`${use().url}/console/logs`)
  })

  it('shows each role its pages', async () => {
    const page = await signInAs(use(), 'vera')
    const links = page.getByRole('navigation', { name: 'Navigation' }).getByRole('link')
    await links.first().waitFor()
    expect(await links.allTextContents()).to.deep.equal([
      'Dashboard',
      'Projects',
      'Buckets',
      'Logs',
      'Audit trail',
    ])
    const root = await use().open('/')
    const all = root.getByRole('navigation', { name: 'Navigation' }).getByRole('link')
    await all.first().waitFor()
    expect(await all.allTextContents()).to.include.members(['Jobs', 'Operators'])
  })

  it('goes everywhere by the keyboard', async () => {
    const page = await use().open('/')
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).to.equal('Skip to the content')
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await list.getByText('Go to Operators').waitFor()
    await checkAccess(page)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'hidden' })
    await page.keyboard.press('g')
    await page.keyboard.press('o')
    await page.getByRole('heading', { name: 'Operators', level: 1 }).waitFor()
    expect(await page.title()).to.equal('Operators · Seau')
  })

  it('finds a bucket by a few letters, and says where one is', async () => {
    const page = await use().open('/audit')
    await page.getByRole('button', { name: 'Search' }).first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByLabel('Go to a page, a project or a bucket').fill('pict')
    await page.getByRole('dialog', { name: 'Search' }).getByText('shop').waitFor()
    await checkAccess(page)
    await takePicture(page, 'palette')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/projects/shop/buckets/pictures')
    const trail = page.getByRole('navigation', { name: 'Where you are' })
    await trail.getByRole('link', { name: 'pictures' }).waitFor()
    expect(await trail.getByRole('link').allTextContents()).to.deep.equal(['Projects', 'shop', 'pictures'])
    expect(await page.title()).to.equal('pictures · shop · Seau')
  })

  it('speaks French and is dark for those who ask for it', async () => {
    const page = await use().open('/')
    await page.getByRole('button', { name: 'You and your settings' }).click()
    await checkAccess(page)
    await page.getByRole('menuitem', { name: 'Dark' }).click()
    await page.getByRole('button', { name: 'You and your settings' }).click()
    await page.getByRole('menuitem', { name: 'Français' }).click()
    await page.getByRole('heading', { name: 'Tableau de bord' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).to.equal('fr')
    expect(await page.evaluate('document.documentElement.dataset.mantineColorScheme')).to.equal('dark')
    await checkAccess(page)
    await page.reload()
    await page.getByRole('heading', { name: 'Tableau de bord' }).waitFor()
  })

  it('fits a narrow screen, with the navigation behind a button', async () => {
    const page = await use().open('/', { viewport: { width: 360, height: 740 }, locale: 'fr-FR' })
    await page.getByRole('heading', { name: 'Tableau de bord' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(360)
    await page.getByRole('button', { name: 'Navigation' }).click()
    await page.getByRole('link', { name: 'Projets' }).click()
    await page.getByRole('heading', { name: 'Projets' }).waitFor()
  })

  it('says that there is nothing at an address', async () => {
    const page = await use().open('/nowhere')
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
    await checkAccess(page)
  })

  it('signs out, and asks for it again once the session has ended elsewhere', async () => {
    const page = await signInAs(use(), 'vera', '/buckets')
    await page.getByRole('heading', { name: 'Buckets', level: 1 }).waitFor()
    const other = await signInAs(use(), 'vera')
    await other.getByRole('button', { name: 'You and your settings' }).click()
    await other.getByRole('menuitem', { name: 'Sign out everywhere' }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
    await other.waitForURL('**/console/sign-in')
    await page.getByRole('link', { name: 'Logs' }).click()
    await page.waitForURL('**/console/sign-in?back=*')
  })
})
