import { expect } from 'chai'
import { chooseRegion, locationOf } from '../../../src/core/buckets/region.ts'
import { privateAcl } from '../../../src/core/policy/acl.ts'
import { thrown } from '../thrown.ts'

const home = { region: 'us-east-1', isStrict: false }
const strict = { region: 'eu-central-1', isStrict: true }

describe('The region of a new bucket', () => {
  it("is the installation's unless the client names one", () => {
    expect(chooseRegion(undefined, home)).to.deep.equal({ region: 'us-east-1' })
    expect(chooseRegion('', strict)).to.deep.equal({ region: 'eu-central-1' })
  })

  it('is what the client names, in well-formed words', () => {
    expect(chooseRegion('fr-par', home)).to.deep.equal({ region: 'fr-par', locationConstraint: 'fr-par' })
    for (const name of ['Paris', 'fr_par', '-fr', 'fr--par', 'a b']) {
      expect(thrown(() => chooseRegion(name, home)).code, name).to.equal('InvalidLocationConstraint')
    }
  })

  it('is eu-west-1 under its old name', () => {
    expect(chooseRegion('EU', home)).to.deep.equal({ region: 'eu-west-1', locationConstraint: 'EU' })
  })

  it("is only the installation's when others are refused", () => {
    expect(chooseRegion('eu-central-1', strict).region).to.equal('eu-central-1')
    const error = thrown(() => chooseRegion('eu-west-1', strict))
    expect(error.code).to.equal('IllegalLocationConstraintException')
    expect(error.message).to.contain('eu-west-1')
  })
})

describe('The location of a bucket', () => {
  const acl = privateAcl('a')

  it('is what the client named', () => {
    expect(locationOf({ region: 'eu-west-1', configuration: { acl, locationConstraint: 'EU' } })).to.equal(
      'EU',
    )
    const configuration = { acl, locationConstraint: 'us-east-1' }
    expect(locationOf({ region: 'us-east-1', configuration })).to.equal('us-east-1')
  })

  it('is nothing in us-east-1, and the region elsewhere, when the client named none', () => {
    expect(locationOf({ region: 'us-east-1', configuration: { acl } })).to.equal(undefined)
    expect(locationOf({ region: 'fr-par', configuration: { acl } })).to.equal('fr-par')
  })
})
