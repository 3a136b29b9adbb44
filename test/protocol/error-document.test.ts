import { expect } from 'chai'
import { S3Error } from '../../src/core/errors.ts'
import { errorDocument } from '../../src/protocol/error-document.ts'
import { parseXml } from '../../src/protocol/xml.ts'

const context = { requestId: 'ID', hostId: 'HOST', resource: '/b/<k>' }

describe('errorDocument', () => {
  it('holds code, message, details, resource and ids, escaped', () => {
    const error = new S3Error('NoSuchKey', { message: 'a < b', detail: { Key: '<k>', Size: 3 } })
    const text = errorDocument(error, context)
    expect(text).to.match(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Error><Code>NoSuchKey</)
    expect(parseXml(Buffer.from(text)).node).to.deep.equal({
      Code: 'NoSuchKey',
      Message: 'a < b',
      Key: '<k>',
      Size: '3',
      Resource: '/b/<k>',
      RequestId: 'ID',
      HostId: 'HOST',
    })
  })

  it('lets a detail stand for the resource', () => {
    const error = new S3Error('MethodNotAllowed', { detail: { Resource: 'mine' } })
    expect(errorDocument(error, context).match(/<Resource>/g)).to.have.length(1)
  })
})
