import { expect } from 'chai'
import { readCephResults, renderCephResults } from '../../conformance/ceph/results.ts'

describe('The results of s3-tests', () => {
  it('are shown with the commit, the share that passed, and what failed', () => {
    const page = renderCephResults({
      commit: 'abc1234',
      files: { test_s3: { passed: 9, failed: 1, skipped: 5 } },
      failures: ['test_s3::test_a[b_c]'],
    })
    expect(page).to.contain('Run at abc1234')
    expect(page).to.contain('| test_s3.py | 9 | 1 | 5 | 90 % |')
    expect(page).to.contain('`test_s3::test_a[b_c]`')
  })

  it('are on record, a name for each failure', async () => {
    const { files, failures } = await readCephResults()
    const failed = Object.values(files).reduce((sum, counts) => sum + counts.failed, 0)
    expect(failures).to.have.length(failed)
  })
})
