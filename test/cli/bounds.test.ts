import { expect } from 'chai'
import { Command } from 'commander'
import {
  projectQuotaChange,
  projectQuotaOptions,
  rateOptions,
  ratesChange,
  showBytesOf,
  showCountOf,
} from '../../src/cli/bounds.ts'

const parse = (...args: readonly string[]): object => {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  for (const option of [...projectQuotaOptions(), ...rateOptions()]) command.addOption(option)
  return command.parse(args, { from: 'user' }).opts()
}

describe('the options of bounds', () => {
  it('take sizes and counts, and none for no bound', () => {
    const options = parse(
      '--bytes',
      '10GiB',
      '--objects',
      '5',
      '--buckets',
      'none',
      '--bytes-per-second',
      'none',
    )
    expect(projectQuotaChange(options)).to.deep.equal({
      bytes: 10 * 2 ** 30,
      objects: 5,
      buckets: null,
      objectBytes: undefined,
    })
    expect(ratesChange(options)).to.deep.equal({ requestsPerSecond: undefined, bytesPerSecond: null })
  })

  it('say what is allowed instead', () => {
    expect(() => parse('--bytes', 'many')).to.throw(/a size such as 500MB/)
    expect(() => parse('--objects', '-1')).to.throw(/a whole number, or none/)
  })

  it('are shown beside what is used of them', () => {
    expect(showBytesOf(1536, 2048)).to.equal('1.5 KiB of 2.0 KiB')
    expect(showBytesOf(10, null)).to.equal('10 B')
    expect(showCountOf(1, 2)).to.equal('1 of 2')
  })
})
