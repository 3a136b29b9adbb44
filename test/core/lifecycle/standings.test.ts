import { expect } from 'chai'
import { standings } from '../../../src/core/lifecycle/standings.ts'
import type { AgingRest } from '../../../src/core/lifecycle/aging-version.ts'

const row = (key: string, sequence: number, more: Partial<AgingRest> = {}): AgingRest => ({
  key,
  sequence,
  versionId: String(sequence),
  isDeleteMarker: false,
  size: 1,
  lastModified: sequence * 10,
  storageClass: 'STANDARD',
  tags: undefined,
  lock: undefined,
  liveSince: undefined,
  ...more,
})
const marker = { isDeleteMarker: true }

async function* pagesOf(pages: readonly (readonly AgingRest[])[]) {
  for (const page of pages) yield await Promise.resolve(page)
}

async function standingsOf(...pages: readonly (readonly AgingRest[])[]) {
  const found: unknown[] = []
  for await (const page of standings(pagesOf(pages)))
    for (const { key, sequence, standing } of page)
      found.push([key, sequence, ...(Object.values(standing) as unknown[])])
  return found
}

describe('How versions stand to each other', () => {
  it('counts from the live object and from each successor', async () => {
    expect(await standingsOf([row('a', 3, { liveSince: 90 }), row('a', 2, { liveSince: 90 })])).to.deep.equal(
      [
        ['a', 3, 'noncurrent', 90, 0],
        ['a', 2, 'noncurrent', 30, 1],
      ],
    )
  })

  it('does not count delete markers as versions', async () => {
    const rows = [row('a', 5, marker), row('a', 4), row('a', 3, marker), row('a', 2)]
    expect(await standingsOf(rows)).to.deep.equal([
      ['a', 5, 'current', false],
      ['a', 4, 'noncurrent', 50, 0],
      ['a', 3, 'noncurrent', 40, 1],
      ['a', 2, 'noncurrent', 30, 1],
    ])
  })

  it('knows a delete marker that is alone', async () => {
    expect(await standingsOf([row('a', 1, marker), row('b', 2, marker)])).to.deep.equal([
      ['a', 1, 'current', true],
      ['b', 2, 'current', true],
    ])
  })

  it('goes on across pages', async () => {
    expect(
      await standingsOf([row('a', 9, marker)], [row('a', 8)], [], [row('a', 7), row('b', 3, marker)]),
    ).to.deep.equal([
      ['a', 9, 'current', false],
      ['a', 8, 'noncurrent', 90, 0],
      ['a', 7, 'noncurrent', 80, 1],
      ['b', 3, 'current', true],
    ])
  })
})
