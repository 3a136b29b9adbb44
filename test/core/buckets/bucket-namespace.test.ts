import { expect } from 'chai'
import { checkNewBucketName } from '../../../src/core/buckets/bucket-namespace.ts'
import { thrown } from '../thrown.ts'

describe('checkNewBucketName', () => {
  const own = { namespace: 'account-regional', projectId: '0123456789ab', region: 'eu-central-1' } as const
  const shared = { ...own, namespace: 'global' } as const

  it("wants the project's and the region's name in the project's own namespace", () => {
    checkNewBucketName('photos-0123456789ab-eu-central-1-an', own)
    for (const name of [
      'photos',
      'photos-ba9876543210-eu-central-1-an',
      'photos-0123456789ab-us-east-1-an',
      '-0123456789ab-eu-central-1-an',
    ]) {
      expect(
        thrown(() => {
          checkNewBucketName(name, own)
        }),
      ).to.include({ code: 'InvalidBucketName' })
    }
  })

  it('keeps the ending of those names out of the shared namespace', () => {
    checkNewBucketName('photos', shared)
    checkNewBucketName('urban', shared)
    for (const name of ['photos-0123456789ab-eu-central-1-an', 'photos-an', 'x']) {
      expect(
        thrown(() => {
          checkNewBucketName(name, shared)
        }),
      ).to.include({ code: 'InvalidBucketName' })
    }
  })
})
