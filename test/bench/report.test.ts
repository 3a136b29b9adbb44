import { expect } from 'chai'
import { withSection } from '../../.config/bench/figures-page.ts'
import { cpuRatio, isMet } from '../../.config/bench/figure.ts'
import { table } from '../../.config/bench/report.ts'

describe('the table of figures', () => {
  it('shows the columns that have values, and what was promised', () => {
    const base = { name: 'GET, bare', perSecond: 20_000, cpuMicros: 12.5, refused: 0 }
    const figure = cpuRatio({ name: 'GET', perSecond: 9000.4, cpuMicros: 100, refused: 0 }, base, {
      atMost: 7,
    })
    expect(table([base, figure]).split('\n')).to.deep.equal([
      '|           | requests/s | CPU µs | refused | measured |  goal |  met |',
      '| --------- | ---------: | -----: | ------: | -------: | ----: | ---: |',
      '| GET, bare |     20,000 |   12.5 |       0 |          |       |      |',
      '| GET       |      9,000 |  100.0 |       0 |   8.00 × | ≤ 7 × |   no |',
    ])
  })
})

describe('isMet', () => {
  it('compares with what is promised, the limit included', () => {
    expect(isMet({ value: 7, unit: '×', atMost: 7 })).to.equal(true)
    expect(isMet({ value: 69.9, unit: '%', atLeast: 70 })).to.equal(false)
  })

  it('says nothing where nothing is promised', () => {
    expect(isMet({ value: 7, unit: '×' })).to.equal(undefined)
  })
})

describe('withSection', () => {
  const page = 'a\n<!-- figures: one -->\n\nold\n\n<!-- end of figures: one -->\nb'

  it('replaces what stands between the markers', () => {
    expect(withSection(page, 'one', 'new')).to.equal(page.replace('old', 'new'))
  })

  it('refuses a page without the section', () => {
    expect(() => withSection(page, 'two', 'new')).to.throw('figures: two')
  })
})
