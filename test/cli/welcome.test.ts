import { expect } from 'chai'
import { endpoints, welcome } from '../../src/cli/welcome.ts'

const service = { urls: { s3: 'http://0.0.0.0:9000', console: 'http://0.0.0.0:9001' } }
const key = { id: 'SEAUROOT', secret: 'top-secret' }

describe('the words of a start', () => {
  it('are one line that names the addresses', () => {
    expect(endpoints(service)).to.equal(
      'Seau serves S3 at http://0.0.0.0:9000 and its console at http://localhost:9001.',
    )
  })

  it('hand over the new root key, ready for each tool, and tell where the data lies', () => {
    const text = welcome({ data: '/srv/seau', region: 'eu-west-1' }, service, key)
    expect(text).to.contain('The data lies in /srv/seau\n')
    expect(text).to.contain('aws --profile seau --endpoint-url http://localhost:9000 s3 mb')
    expect(text).to.contain('endpoint_url="http://localhost:9000", region_name="eu-west-1"')
    expect(text).to.match(/\[seau\]\n +type = s3\n +provider = Other\n +endpoint = http:\/\/localhost:9000\n/)
    expect(text).to.contain('host_base = localhost:9000\n')
    expect(text.match(/top-secret/g)).to.have.length(5)
  })
})
