import { expect } from 'chai'
import { tmpdir } from 'node:os'
import { ConfigError, loadConfig } from '../../src/config.ts'

const load = (env: Record<string, string>) => loadConfig({ env, folder: tmpdir() })
const problemsOf = (env: Record<string, string>) => {
  try {
    load(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('settings that a user names', () => {
  it('are gathered from the environment by their names', () => {
    const config = load({ SEAU_NOTIFY_HOOK: 'https://a/b', SEAU_NOTIFY_MY_QUEUE: 'redis://c/d' })
    expect(config.notify).to.deep.equal({ hook: 'https://a/b', my_queue: 'redis://c/d' })
    expect(config.replicate).to.deep.equal({})
  })

  it('are refused without being shown when they are no targets', () => {
    const [problem = '', ...others] = problemsOf({ SEAU_NOTIFY_HOOK: 'ftp://me:secret@a' })
    expect(others).to.deep.equal([])
    expect(problem).to.include('notify hook').and.not.include('secret')
  })

  it('leave other unknown names refused', () => {
    expect(problemsOf({ SEAU_NOTIFIES_HOOK: 'https://a/b' })).to.have.length(1)
    expect(problemsOf({ SEAU_NOTIFY_: 'https://a/b' })).to.have.length(1)
  })
})
