import { expect } from 'chai'
import { S3Error } from '../../src/core/errors.ts'
import { createFailureLimit, type FailureLimit } from '../../src/admin/failure-limit.ts'

const refusalOf = (failures: FailureLimit, source: string): S3Error | undefined => {
  try {
    failures.refuse(source)
    return undefined
  } catch (error) {
    if (error instanceof S3Error) return error
    throw error
  }
}

describe('the limit of failures', () => {
  let now = 0
  const open = () => createFailureLimit({ clock: { now: () => now }, most: 2, windowMs: 1000 })

  it('is reached after so many failures of one source', () => {
    const failures = open()
    failures.add('a')
    expect(refusalOf(failures, 'a')).to.equal(undefined)
    failures.add('a')
    expect(refusalOf(failures, 'a')).to.include({ code: 'SlowDown' })
    expect(refusalOf(failures, 'b')).to.equal(undefined)
  })

  it('begins anew when the window has passed', () => {
    const failures = open()
    failures.add('a')
    failures.add('a')
    now += 1000
    expect(refusalOf(failures, 'a')).to.equal(undefined)
  })

  it('says in how many seconds the window has passed', () => {
    const failures = open()
    failures.add('a')
    now += 1
    failures.add('a')
    expect(refusalOf(failures, 'a')?.headers).to.deep.equal({ 'Retry-After': '1' })
  })
})
