import { expect } from 'chai'
import { createFailureLimit } from '../../src/admin/failure-limit.ts'

describe('the limit of failures', () => {
  let now = 0
  const open = () => createFailureLimit({ clock: { now: () => now }, most: 2, windowMs: 1000 })

  it('is reached after so many failures of one source', () => {
    const failures = open()
    failures.add('a')
    expect(failures.isReached('a')).to.equal(false)
    failures.add('a')
    expect(failures.isReached('a')).to.equal(true)
    expect(failures.isReached('b')).to.equal(false)
  })

  it('begins anew when the window has passed', () => {
    const failures = open()
    failures.add('a')
    failures.add('a')
    now += 1000
    expect(failures.isReached('a')).to.equal(false)
  })
})
