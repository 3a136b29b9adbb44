import { createBucket } from '../ask.ts'
import { fill } from '../measure.ts'
import { withSeau, targetOf, type RunningSeau } from '../servers.ts'
import { signedPuts } from '../signed-requests.ts'
import { launchBrowser } from '../../../test/console/support/chromium.ts'
import type { Figure } from '../figure.ts'
import type { Page } from 'playwright-core'
import type { Suite } from '../bench.ts'

const sizes = [1000, 1_000_000]
const goal = { atMost: 2 }
const keysAtOnce = 20_000
const frames = 300

/** How smoothly the object browser scrolls over all keys of a bucket, once they are loaded; needs Chromium. */
export const consoleListing: Suite = {
  id: 'console',
  title: 'Scrolling in the object browser, for each frame',
  names: ['console'],
  isQuick: false,
  run: (bench) =>
    withSeau(bench, {}, async (seau) => {
      for (const size of sizes) await fillBucket(seau, size)
      const browser = await launchBrowser()
      try {
        const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
        const { accessKey: name, secretKey: password } = targetOf(seau)
        await context.request.post(`${urlOf(seau)}/admin/session`, { data: { name, password } })
        const page = await context.newPage()
        const figures: Figure[] = []
        for (const size of sizes) figures.push(await scroll(page, urlOf(seau), size))
        const [base, ...others] = figures
        return base ? [base, ...others.map((figure) => besideBase(figure, base))] : []
      } finally {
        await browser.close()
      }
    }),
}

const urlOf = ({ consolePort }: RunningSeau) => `http://127.0.0.1:${String(consolePort)}`
const bucketOf = (size: number) => `keys-${String(size)}`

async function fillBucket(seau: RunningSeau, size: number): Promise<void> {
  await createBucket(seau, bucketOf(size))
  for (let from = 0; from < size; from += keysAtOnce) {
    const names = Array.from({ length: Math.min(keysAtOnce, size - from) }, (_, n) => String(from + n))
    const paths = names.map((name) => `/${bucketOf(size)}/key-${name.padStart(7, '0')}`)
    await fill(seau, signedPuts(seau, paths, Buffer.alloc(0)))
  }
}

/** Loads all keys, as someone does who keeps the End key pressed, then scrolls from the first a screen and more for each frame. */
async function scroll(page: Page, url: string, size: number): Promise<Figure> {
  await page.goto(`${url}/console/projects/default/buckets/${bucketOf(size)}`)
  const grid = page.getByRole('grid')
  await grid.waitFor()
  await grid.focus()
  while ((await page.evaluate<number>(rowsLoaded)) < size) {
    await page.keyboard.press('End')
    await page.waitForTimeout(20)
  }
  await page.keyboard.press('End')
  await page.getByText(`key-${String(size - 1).padStart(7, '0')}`).waitFor()
  const times = await page.evaluate<number[]>(frameTimes)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? NaN
  return { name: `${size.toLocaleString('en')} keys`, p50Ms: at(0.5), p99Ms: at(0.99) }
}

const besideBase = (figure: Figure, base: Figure): Figure => ({
  ...figure,
  verdict: { value: (figure.p50Ms ?? NaN) / (base.p50Ms ?? NaN), unit: '×', ...goal },
})

const rowsLoaded = `Math.round(document.querySelector('[role=grid] [role=rowgroup]:last-child').getBoundingClientRect().height / 32)`
const frameTimes = `new Promise((done) => {
  const grid = document.querySelector('[role=grid]')
  grid.scrollTop = 0
  const step = Math.max(1000, grid.scrollHeight / ${String(frames)})
  const times = []
  let before = performance.now()
  const next = (now) => {
    times.push(now - before)
    before = now
    grid.scrollTop = (grid.scrollTop + step) % grid.scrollHeight
    if (times.length < ${String(frames)}) requestAnimationFrame(next)
    else done(times)
  }
  requestAnimationFrame(next)
})`
