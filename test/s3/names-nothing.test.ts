import { expect } from 'chai'
import { namesNothing } from '../../src/s3/names-nothing.ts'
import { publicAddress } from '../../src/s3/public-address.ts'

const domains = ['s3.example.org']
const targets = [publicAddress('https://proxy.example.org/storage')]

const isService = (url: string, host = 'localhost') => namesNothing(url, host, { domains, targets })

describe('A request to the service itself', () => {
  it('names neither bucket nor object in its path', () => {
    expect(isService('/')).to.equal(true)
    expect(isService('/?Action=ListUsers')).to.equal(true)
    expect(isService('/bucket')).to.equal(false)
    expect(isService('//')).to.equal(false)
  })

  it('names no bucket in its host', () => {
    expect(isService('/', 's3.example.org:9000')).to.equal(true)
    expect(isService('/', 'photos.projects.s3.example.org')).to.equal(true)
    expect(isService('/', 'bucket.s3.example.org')).to.equal(false)
    expect(isService('/', 'bucket.photos.projects.s3.example.org')).to.equal(false)
  })

  it('may keep the path of the proxy that it came by', () => {
    expect(isService('/storage', 'proxy.example.org')).to.equal(true)
    expect(isService('/storage/', 'proxy.example.org')).to.equal(true)
    expect(isService('/storage/bucket', 'proxy.example.org')).to.equal(false)
    expect(isService('/storage', 'localhost')).to.equal(false)
  })

  it('is not told from a whole URL, which may name a bucket in its host', () => {
    expect(isService('http://bucket.s3.example.org/', 's3.example.org')).to.equal(false)
  })
})
