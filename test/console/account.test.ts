import { expect } from 'chai'
import { TOTP, Secret } from 'otpauth'
import type { Page } from 'playwright-core'
import { checkAccess } from './support/access.ts'
import { useConsole } from './support/console.ts'
import { fillSignIn, password, signInAs } from './support/operator.ts'
import { takePicture } from './support/picture.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const shownIn = (page: Page) => dialog(page).locator('pre').first()

/** An authenticator in the browser that says yes to everything. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

describe('the account in the console', function () {
  this.timeout(60_000)
  this.retries(2)
  const use = useConsole()

  before(async () => {
    for (const name of ['anna', 'bert', 'carl'])
      await use().admin('POST', '/operators', { name, role: 'operator', password })
  })

  it('sets a second factor up, and asks for its code', async () => {
    const page = await signInAs(use(), 'anna', '/account')
    await page.getByRole('button', { name: 'Set up' }).click()
    await dialog(page).getByRole('img', { name: 'QR code of the secret' }).waitFor()
    await checkAccess(page)
    const totp = new TOTP({ secret: Secret.fromBase32((await shownIn(page).innerText()).trim()) })
    await page.getByLabel('Then type the code that it shows').fill(totp.generate())
    await page.getByRole('button', { name: 'Switch on' }).click()
    await dialog(page).getByText('Keep these recovery codes').waitFor()
    const codes = (await shownIn(page).innerText()).trim().split('\n')
    expect(codes).to.have.lengthOf(10)
    await checkAccess(page)
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await page.getByText('A code of your authenticator app is asked for').waitFor()
    await takePicture(page, 'account')
    await signInWith(codes[0] ?? '')
  })

  const signInWith = async (code: string) => {
    const page = await signInAs(use(), 'anna', '/account')
    await page.getByRole('heading', { name: 'Your second factor' }).waitFor()
    await checkAccess(page)
    await page.keyboard.type('000000')
    await page.getByRole('alert').getByText('This code is not right').waitFor()
    await page.getByRole('button', { name: 'Use a recovery code instead' }).click()
    await page.getByLabel('Recovery code').fill(code)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
  }

  it('makes a passkey, and signs in with it', async () => {
    const page = await signInAs(use(), 'bert')
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor()
    // Passkeys belong to names, not to addresses.
    await page.goto(`${use().url.replace('127.0.0.1', 'localhost')}/console/account`)
    await addAuthenticator(page)
    await fillSignIn(page, 'bert')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await dialog(page).getByLabel('Name').fill('Laptop')
    await dialog(page).getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('cell', { name: 'Laptop', exact: true }).waitFor()
    await checkAccess(page)
    await page.getByRole('button', { name: 'You and your settings' }).click()
    await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor()
    await page.goto(page.url().replace(/console\/.*/, 'console/account'))
    await page.getByRole('button', { name: 'Delete the passkey Laptop' }).click()
    await dialog(page).getByRole('textbox').fill('Laptop')
    await dialog(page).getByRole('button', { name: 'Delete' }).click()
    await page.getByText('You have no passkey yet.').waitFor()
  })

  it('changes the password, and has one sign in again', async () => {
    const page = await signInAs(use(), 'carl', '/account')
    const change = async (old: string, again: string) => {
      await page.getByLabel('Password now').fill(old)
      await page.getByLabel('New password', { exact: true }).fill('another long password')
      await page.getByLabel('New password once more').fill(again)
      await page.getByRole('button', { name: 'Change the password' }).click()
    }
    await change(password, 'something else')
    await page.getByText('The two are not the same.').waitFor()
    await change('not this one', 'another long password')
    await page.getByText('This is not your password.').waitFor()
    await change(password, 'another long password')
    await page.waitForURL('**/console/sign-in?back=*')
    await page.getByLabel('Name').fill('carl')
    await page.getByLabel('Password', { exact: true }).fill('another long password')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Sessions' }).waitFor()
  })

  it('tells the root key that it is no account', async () => {
    const page = await use().open('/account')
    await page.getByText('This is a root access key').waitFor()
    await page.getByRole('cell', { name: /This one/ }).waitFor()
    await checkAccess(page)
  })
})
