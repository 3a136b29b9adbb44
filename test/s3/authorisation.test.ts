import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { model } from '../../src/s3/model/generated.ts'
import { operations, type OperationRow } from '../../src/s3/operations.ts'
import { openTwoProjects, type TwoProjects } from './two-projects.ts'
import type { OperationName } from '../../src/s3/operation.ts'

/** What operations are given that act on an object and must be understood before the object is looked at. */
const documents: Readonly<Partial<Record<OperationName, string>>> = {
  PutObjectAcl: '<AccessControlPolicy><Owner><ID>a</ID></Owner></AccessControlPolicy>',
  PutObjectLegalHold: '<LegalHold><Status>ON</Status></LegalHold>',
  PutObjectRetention:
    '<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>2100-01-01T00:00:00Z</RetainUntilDate></Retention>',
  PutObjectTagging: '<Tagging><TagSet></TagSet></Tagging>',
}

/** Allows everything with objects that have a tag; this object has none. */
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:*',
    Resource: 'arn:aws:s3:::photos/*',
    Condition: { StringEquals: { 's3:ExistingObjectTag/open': 'yes' } },
  },
})

const rowOf = (name: OperationName): OperationRow => operations[name]
const isGuarded = (name: OperationName) =>
  rowOf(name).handler !== undefined &&
  rowOf(name).isPerKey !== true &&
  model.operations[name].level !== 'service' &&
  name !== 'CreateBucket'

function requestOf(name: OperationName) {
  const { method, level, query = {}, input } = model.operations[name]
  const body = documents[name]
  const required = (place: string) =>
    input.flatMap(([, type, at, wire, must]) =>
      at === place && must
        ? [[wire, type === 'integer' ? '1' : wire === 'x-amz-copy-source' ? 'photos/cat' : 'ETag'] as const]
        : [],
    )
  const digest = body === undefined ? {} : { 'content-md5': createHash('md5').update(body).digest('base64') }
  const path = level === 'object' ? 'photos/cat' : 'photos'
  const parameters = { ...query, ...Object.fromEntries(required('query')) }
  const headers = { ...Object.fromEntries(required('header')), ...digest }
  return [method, path, { query: parameters, headers, ...(body !== undefined && { body }) }] as const
}

describe('An operation', () => {
  let store: TwoProjects
  before(async () => {
    store = await openTwoProjects()
    await store.alice('PUT', 'photos')
    await store.alice('PUT', 'photos/cat', { body: 'meow' })
    await store.alice('PUT', 'tagged')
    await store.alice('PUT', 'tagged/cat', { body: 'meow' })
    const named = policy.replaceAll('photos', 'tagged')
    const told = await store.alice('PUT', 'tagged', { query: { policy: '' }, body: named })
    expect(told.status, told.text).to.equal(204)
  })
  after(() => store.close())

  for (const name of (Object.keys(model.operations) as OperationName[]).filter(isGuarded)) {
    it(`${name} is refused to those who have no right to it`, async () => {
      const [method, path, request] = requestOf(name)
      for (const ask of [store.bob, store.anonymous]) {
        for (const at of [path, path.replace('photos', 'tagged')]) {
          const told = await ask(method, at, request)
          expect(told.status, told.text).to.equal(403)
        }
      }
    })
  }
})
