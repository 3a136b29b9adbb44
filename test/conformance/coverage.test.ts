import { expect } from 'chai'
import { operationNames, supportOf } from '../../.config/operation-support.ts'
import { coverageOf, renderCoverage, unexercised } from '../../conformance/coverage.ts'
import type { SuiteReport } from '../../conformance/report.ts'
import type { Outcome } from '../../conformance/suite.ts'

const fullySupported = operationNames.filter((name) => supportOf(name) === 'full')

function report(name: string, outcomes: readonly Partial<Outcome>[]): SuiteReport {
  const run = () => Promise.reject(new Error('It has run already.'))
  const complete = outcomes.map((outcome) => ({ rule: 'is kept', status: 'passed' as const, ...outcome }))
  return { suite: { name, client: name, covers: '', run }, result: { version: '1', outcomes: complete } }
}

describe('the coverage of a conformance run', () => {
  it('lacks nothing when every operation of full support is exercised', () => {
    expect(unexercised(coverageOf([report('sdk', [{ operations: fullySupported }])]))).to.deep.equal([])
  })

  it('lacks an operation of full support that no rule exercises', () => {
    const operations = fullySupported.filter((name) => name !== 'PutObject')
    expect(unexercised(coverageOf([report('sdk', [{ operations }])]))).to.deep.equal(['PutObject'])
  })

  it('counts nothing of rules that fail or are skipped, or of suites that did not run', () => {
    const failed = report('sdk', [
      { status: 'failed', operations: ['GetObject'] },
      { status: 'skipped', operations: ['GetObject'] },
    ])
    const absent = { ...report('cli', []), result: { skipped: 'it is not installed' } }
    expect(unexercised(coverageOf([failed, absent]))).to.deep.equal(fullySupported)
  })

  it('is shown by operation and suite, with the number of rules', () => {
    const table = renderCoverage(
      coverageOf([
        report('sdk', [{ operations: ['GetObject', 'PostObject'] }, { operations: ['GetObject'] }]),
        report('cli', [{ operations: ['GetObject'] }, {}]),
      ]),
    )
    expect(table).to.contain('\n| GetObject | sdk 2, cli 1 |\n')
    expect(table).to.contain('\n| PostObject | sdk 1 |\n')
    expect(table).to.contain('\n| PutObject | **none** |\n')
  })
})
