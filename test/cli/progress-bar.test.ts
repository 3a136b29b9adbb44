import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { barOf, progressBar } from '../../src/cli/progress-bar.ts'

describe('a progress bar', () => {
  it('shows the share that is done', () => {
    expect(barOf({ label: 'Checking', done: 500, total: 2000 })).to.equal(
      `Checking  ${'█'.repeat(8)}${'░'.repeat(22)}  25 %  500 of 2,000`,
    )
    expect(barOf({ label: 'Checking', done: 0, total: 0 })).to.contain('100 %')
  })

  const shown = async (isTTY: boolean) => {
    const stream = Object.assign(new PassThrough(), { isTTY })
    const bar = progressBar(stream)
    bar.show({ label: 'Checking', done: 1, total: 2 })
    bar.end()
    stream.end()
    return text(stream)
  }

  it('is drawn on a terminal', async () => {
    expect(await shown(true))
      .to.contain('Checking')
      .and.contain(' 50 %')
  })

  it('stays away from everything else', async () => {
    expect(await shown(false)).to.equal('')
  })
})
