import { expect } from 'chai'
import { eventBridgeDocument } from '../../../src/core/events/event-bridge.ts'
import { eventKey, notificationDocument, sequencerOf } from '../../../src/core/events/notification.ts'
import type { EventName } from '../../../src/core/events/event-name.ts'
import type { Notification } from '../../../src/core/events/notification.ts'

const cause = {
  bucket: 'photos',
  region: 'eu-west-1',
  ownerId: 'owner',
  principalId: 'caller',
  sourceAddress: '10.0.0.1',
  requestId: 'R1',
}
const notification = (name: EventName): Notification => ({
  id: 255,
  key: 'a b',
  at: Date.UTC(2030, 0, 2, 3, 4, 5, 6),
  facts: { name, configurationId: 'one', cause, object: { size: 3, etag: 'e', versionId: 'v' } },
})

describe('eventKey', () => {
  for (const [key, encoded] of [
    ['a b/c', 'a+b/c'],
    ['é+&=', '%C3%A9%2B%26%3D'],
    ["!'()~*-_.", '%21%27%28%29%7E*-_.'],
  ] as const) {
    it(`writes ${key} as ${encoded}`, () => {
      expect(eventKey(key)).to.equal(encoded)
    })
  }
})

describe('sequencerOf', () => {
  it('compares as text as the ids do as numbers', () => {
    const ids = [1, 9, 10, 15, 16, 255, 256, 2 ** 40]
    expect(ids.map(sequencerOf).toSorted()).to.deep.equal(ids.map(sequencerOf))
  })
})

describe('notificationDocument', () => {
  it('is word for word what S3 sends', () => {
    expect(notificationDocument(notification('ObjectCreated:Put'))).to.deep.equal({
      Records: [
        {
          eventVersion: '2.1',
          eventSource: 'aws:s3',
          awsRegion: 'eu-west-1',
          eventTime: '2030-01-02T03:04:05.006Z',
          eventName: 'ObjectCreated:Put',
          userIdentity: { principalId: 'caller' },
          requestParameters: { sourceIPAddress: '10.0.0.1' },
          responseElements: { 'x-amz-request-id': 'R1', 'x-amz-id-2': 'R1' },
          s3: {
            s3SchemaVersion: '1.0',
            configurationId: 'one',
            bucket: { name: 'photos', ownerIdentity: { principalId: 'owner' }, arn: 'arn:aws:s3:::photos' },
            object: { key: 'a+b', size: 3, eTag: 'e', versionId: 'v', sequencer: '00000000000000FF' },
          },
        },
      ],
    })
  })

  for (const [name, version] of [
    ['ObjectRemoved:Delete', '2.1'],
    ['Replication:OperationFailedReplication', '2.2'],
    ['ObjectTagging:Put', '2.3'],
    ['LifecycleExpiration:Delete', '2.3'],
    ['ObjectRestore:Completed', '2.1'],
    ['ObjectRestore:Delete', '2.3'],
  ] as const) {
    it(`has version ${version} for ${name}`, () => {
      expect(notificationDocument(notification(name)).Records[0]).to.include({ eventVersion: version })
    })
  }
})

describe('eventBridgeDocument', () => {
  it('tells what was deleted, and how', () => {
    const document = eventBridgeDocument(notification('ObjectRemoved:DeleteMarkerCreated'))
    expect(document).to.include({ source: 'aws.s3', 'detail-type': 'Object Deleted' })
    expect(document.detail).to.include({
      reason: 'DeleteObject',
      'deletion-type': 'Delete Marker Created',
    })
    expect(document.detail.object).to.include({ key: 'a b', 'version-id': 'v' })
  })
})
