import { expect } from 'chai'
import {
  type ReadConditions,
  checkCopySourceConditions,
  checkReadConditions,
} from '../../../src/core/objects/read-conditions.ts'
import { thrown } from '../thrown.ts'

const lastModified = Date.UTC(2026, 0, 2, 3, 4, 5, 678)
const version = { etag: 'abc', lastModified }
const second = 1000

describe('The conditions of a read', () => {
  const refused = (conditions: ReadConditions) =>
    thrown(() => {
      checkReadConditions(conditions, version)
    })
  const sent = (conditions: ReadConditions) => {
    checkReadConditions(conditions, version)
  }

  it('let an object through when they hold', () => {
    sent({})
    sent({ ifMatch: ['abc'] })
    sent({ ifMatch: '*' })
    sent({ ifNoneMatch: ['def'] })
    sent({ ifModifiedSince: lastModified - second })
    sent({ ifUnmodifiedSince: lastModified })
  })

  it('fail with 412 when another version was meant', () => {
    const error = refused({ ifMatch: ['def'] })
    expect([error.status, error.detail]).to.deep.equal([412, { Condition: 'If-Match' }])
    expect(refused({ ifUnmodifiedSince: lastModified - second }).detail).to.deep.equal({
      Condition: 'If-Unmodified-Since',
    })
  })

  it('fail with 304 and the validators when the client has the version', () => {
    const error = refused({ ifNoneMatch: ['abc'] })
    expect(error.status).to.equal(304)
    expect(error.headers).to.deep.equal({ ETag: '"abc"', 'Last-Modified': 'Fri, 02 Jan 2026 03:04:05 GMT' })
    expect(refused({ ifNoneMatch: '*' }).status).to.equal(304)
    expect(refused({ ifModifiedSince: lastModified }).status).to.equal(304)
  })

  it('compare times to the second, as the header carries no more', () => {
    const header = Date.UTC(2026, 0, 2, 3, 4, 5)
    sent({ ifUnmodifiedSince: header })
    expect(refused({ ifModifiedSince: header }).status).to.equal(304)
  })

  it('let If-Match outweigh If-Unmodified-Since', () => {
    sent({ ifMatch: ['abc'], ifUnmodifiedSince: lastModified - second })
    expect(refused({ ifMatch: ['def'], ifUnmodifiedSince: lastModified }).status).to.equal(412)
  })

  it('let If-None-Match outweigh If-Modified-Since', () => {
    sent({ ifNoneMatch: ['def'], ifModifiedSince: lastModified })
    expect(refused({ ifNoneMatch: ['abc'], ifModifiedSince: lastModified - second }).status).to.equal(304)
  })

  it('ask for the right version before they ask whether it is new', () => {
    expect(refused({ ifMatch: ['def'], ifNoneMatch: ['abc'] }).status).to.equal(412)
    expect(refused({ ifMatch: ['abc'], ifNoneMatch: ['abc'] }).status).to.equal(304)
  })
})

describe('The conditions on the source of a copy', () => {
  it('all fail with 412 and name themselves', () => {
    const failures = {
      'x-amz-copy-source-If-Match': { ifMatch: ['def'] },
      'x-amz-copy-source-If-None-Match': { ifNoneMatch: ['abc'] },
      'x-amz-copy-source-If-Modified-Since': { ifModifiedSince: lastModified },
      'x-amz-copy-source-If-Unmodified-Since': { ifUnmodifiedSince: lastModified - second },
    }
    for (const [Condition, conditions] of Object.entries(failures)) {
      const error = thrown(() => {
        checkCopySourceConditions(conditions, version)
      })
      expect([error.status, error.detail]).to.deep.equal([412, { Condition }])
    }
  })

  it('let a copy through when they hold', () => {
    checkCopySourceConditions({ ifMatch: ['abc'], ifUnmodifiedSince: lastModified - second }, version)
    checkCopySourceConditions({ ifNoneMatch: ['def'], ifModifiedSince: lastModified }, version)
  })
})
