import { expect } from 'chai'
import { entryCache } from '../../src/metadata/entry-cache.ts'

describe('entryCache', () => {
  /** A source whose loads end when told so. */
  const openSource = () => {
    const loads: { name: string; end: (value: string | undefined) => void; fail: (error: Error) => void }[] =
      []
    const load = (name: string) =>
      new Promise<string | undefined>((resolve, reject) => {
        loads.push({ name, end: resolve, fail: reject })
      })
    return { load, loads }
  }

  it('loads once what many ask for, found or not', async () => {
    const { load, loads } = openSource()
    const cache = entryCache(load, 10)
    const answers = [cache.find('a'), cache.find('a'), cache.find('none')]
    loads[0]?.end('A')
    loads[1]?.end(undefined)
    expect(await Promise.all(answers)).to.deep.equal(['A', 'A', undefined])
    expect([await cache.find('a'), await cache.find('none')]).to.deep.equal(['A', undefined])
    expect(loads).to.have.length(2)
  })

  it('neither keeps nor shares what was being loaded when the entry was dropped', async () => {
    for (const forget of ['drop', 'clear'] as const) {
      const { load, loads } = openSource()
      const cache = entryCache(load, 10)
      const early = cache.find('a')
      cache[forget]('a')
      const late = cache.find('a')
      loads[1]?.end('new')
      expect(await late).to.equal('new')
      loads[0]?.end('old')
      await early
      expect(await cache.find('a'), forget).to.equal('new')
    }
  })

  it('tries again after a failure', async () => {
    const { load, loads } = openSource()
    const cache = entryCache(load, 10)
    const failing = cache.find('a').catch((error: unknown) => error)
    loads[0]?.fail(new Error('no luck'))
    expect(await failing).to.be.an('error')
    const again = cache.find('a')
    loads[1]?.end('A')
    expect(await again).to.equal('A')
  })

  it('lets neither what is there nor names that are not crowd out the other', async () => {
    const asked: string[] = []
    const cache = entryCache((name) => {
      asked.push(name)
      return Promise.resolve(name.startsWith('x') ? undefined : name)
    }, 2)
    for (const name of ['a', 'b', 'x1', 'x2', 'x3', 'a', 'b', 'x3', 'x1', 'c', 'a']) await cache.find(name)
    expect(asked).to.deep.equal(['a', 'b', 'x1', 'x2', 'x3', 'x1', 'c', 'a'])
  })
})
