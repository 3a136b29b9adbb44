import { expect } from 'chai'
import { eventsNamed } from '../../../src/core/events/event-name.ts'

describe('eventsNamed', () => {
  it('finds an event by its name', () => {
    expect(eventsNamed('s3:ObjectCreated:Put')).to.deep.equal(['ObjectCreated:Put'])
  })
  it('finds all of a family by a star', () => {
    expect(eventsNamed('s3:ObjectRemoved:*')).to.deep.equal([
      'ObjectRemoved:Delete',
      'ObjectRemoved:DeleteMarkerCreated',
    ])
  })
  for (const name of ['ObjectCreated:Put', 's3:*', 's3:ObjectCreated', 's3:ObjectCreated:Put*', '']) {
    it(`knows no event called ${JSON.stringify(name)}`, () => {
      expect(eventsNamed(name)).to.deep.equal([])
    })
  }
})
