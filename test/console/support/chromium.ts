import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** Where distributions put it; SEAU_TEST_BROWSER names another one. */
const places = [
  process.env['SEAU_TEST_BROWSER'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

const found = places.find((place) => place !== undefined && existsSync(place))

/** Whether there is a browser to test with. */
export const hasBrowser = found !== undefined

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser with a fresh profile that talks to this machine only. */
export function launchBrowser(): Promise<Browser> {
  if (found === undefined) throw new Error('No Chromium was found.')
  return chromium.launch({ executablePath: found, headless: true, args: quietly })
}
