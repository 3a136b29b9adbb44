import { expect } from 'chai'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { hasBrowser, launchBrowser } from './chromium.ts'
import { rootKey, startServer, type TestServer } from '../../support/server.ts'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { AddressInfo } from 'node:net'

/** A server with a browser beside it. */
export interface ConsoleUnderTest {
  readonly server: TestServer
  /** Of the console's port, without a path. */
  readonly url: string
  /** A page in a browser of its own, signed in with the root key unless told otherwise; `path` is below /console. */
  readonly open: (path: string, options?: OpenOptions) => Promise<Page>
  /** Calls the admin API with the root key, to prepare what a page is to show. */
  readonly admin: (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ) => Promise<unknown>
}

interface OpenOptions extends BrowserContextOptions {
  readonly isSignedIn?: boolean
}

/** Starts a server, with the console as it was built last, and a browser for a suite; the suite is skipped where there is no browser. Call it in `describe`. */
export function useConsole(settings: Readonly<Record<string, string>> = {}): () => ConsoleUnderTest {
  let running: Running | undefined
  before(async function () {
    this.timeout(60_000)
    if (!hasBrowser) {
      process.stderr.write('No Chromium was found: the console is not tested.\n')
      this.skip()
    }
    running = await start(settings)
  })
  after(async function () {
    this.timeout(30_000)
    await running?.close()
  })
  return () => {
    if (!running) throw new Error('The console is opened in tests only.')
    return running
  }
}

interface Running extends ConsoleUnderTest {
  close(): Promise<void>
}

async function start(settings: Readonly<Record<string, string>>): Promise<Running> {
  const [port, consolePort] = [await freePort(), await freePort()]
  const ports = { SEAU_PORT: String(port), SEAU_CONSOLE_PORT: String(consolePort) }
  const server = await startServer({ settings: { ...ports, ...settings } })
  const browser = await launchBrowser()
  const url = `http://127.0.0.1:${String(consolePort)}`
  const faults: string[] = []
  return {
    server,
    url,
    open: (path, options) => openPage(browser, { url, path, faults }, options),
    admin: (method, path, body) => callAdmin(url, method, path, body),
    close: async () => {
      await browser.close()
      await server.close()
      expect(faults, 'faults in the pages').to.deep.equal([])
    },
  }
}

interface Opening {
  readonly url: string
  readonly path: string
  /** Takes what pages throw and what their policy forbids them. */
  readonly faults: string[]
}

async function openPage(
  browser: Browser,
  { url, path, faults }: Opening,
  { isSignedIn = true, ...options }: OpenOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  if (isSignedIn) {
    const { accessKeyId: name, secretAccessKey: password } = rootKey
    const answer = await context.request.post(`${url}/admin/session`, { data: { name, password } })
    expect(answer.status(), 'signing in').to.equal(201)
  }
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text())
  })
  await page.goto(`${url}/console${path}`)
  return page
}

async function callAdmin(url: string, method: string, path: string, body?: object): Promise<unknown> {
  const { accessKeyId, secretAccessKey } = rootKey
  const answer = await fetch(`${url}/admin${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${accessKeyId}:${secretAccessKey}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
