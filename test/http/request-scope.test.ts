import { expect } from 'chai'
import { logged } from '../../src/http/request-scope.ts'

describe('the target of a request, as it is logged', () => {
  it('leaves out what lets whoever reads it in', () => {
    expect(logged('/b/k?X-Amz-Date=1&X-Amz-Signature=abc&x=1')).to.equal(
      '/b/k?X-Amz-Date=1&X-Amz-Signature=…&x=1',
    )
    expect(logged('/api/get-file?token=abc.def&expires=1')).to.equal('/api/get-file?token=…&expires=1')
    expect(logged('/api/put-file?expires=1&token=abc.def')).to.equal('/api/put-file?expires=1&token=…')
  })

  it('keeps everything else', () => {
    for (const url of ['/', '/b/token=1', '/b?continuation-token=x']) expect(logged(url)).to.equal(url)
  })
})
