import { expect } from 'chai'
import { createJsonReader } from '../../src/protocol/json-reader.ts'
import type { Member } from '../../src/protocol/wire-model.ts'

const model = {
  enums: { Status: ['Disabled', 'Enabled'] },
  structures: {
    Rule: [
      ['Status', 'Status', 'element', 'Status', true],
      ['Days', 'integer', 'element', 'Days'],
      ['Until', 'iso-date', 'element', 'Until'],
      ['IsOn', 'boolean', 'element', 'IsOn'],
      ['And', 'Rule', 'element', 'And'],
    ],
  },
} as const
const members: readonly Member[] = [
  ['Rules', 'Rule[]', 'element', 'Rule', true],
  ['Names', 'string[]', 'element', 'Names/Name'],
]

describe('the reader of JSON', () => {
  const read = (json: unknown): unknown => {
    const reader = createJsonReader(model, { unfit: (place, problem) => new Error(`${place} ${problem}`) })
    return reader(members)(json, '')
  }

  it('gives what the codec of the wire would give', () => {
    const rule = { Status: 'Enabled', Days: 3, IsOn: false, And: { Status: 'Disabled' } }
    expect(read({ Rules: [{ ...rule, Until: '2030-01-01T00:00:00Z' }], Names: [] })).to.deep.equal({
      Rules: [{ ...rule, Until: new Date('2030-01-01T00:00:00Z') }],
      Names: [],
    })
  })

  it('takes null for what is not there', () => {
    expect(read({ Rules: [{ Status: 'Enabled', Days: null }] })).to.deep.equal({
      Rules: [{ Status: 'Enabled' }],
    })
  })

  const unfit: readonly (readonly [json: unknown, message: string])[] = [
    [[], ' must be an object'],
    [{}, 'Rules is missing'],
    [{ Rules: [] }, 'Rules is missing'],
    [{ Rules: {} }, 'Rules must be a list'],
    [{ Rules: ['a'] }, 'Rules[0] must be an object'],
    [{ Rules: [{}] }, 'Rules[0].Status is missing'],
    [{ Rules: [{ Status: 'On' }] }, 'Rules[0].Status must be one of Disabled, Enabled'],
    [{ Rules: [{ Status: 'Enabled', Days: '3' }] }, 'Rules[0].Days must be of type integer'],
    [{ Rules: [{ Status: 'Enabled', Days: 1.5 }] }, 'Rules[0].Days must be of type integer'],
    [{ Rules: [{ Status: 'Enabled', IsOn: 'true' }] }, 'Rules[0].IsOn must be of type boolean'],
    [{ Rules: [{ Status: 'Enabled', Until: 'soon' }] }, 'Rules[0].Until must be of type iso-date'],
    [
      { Rules: [{ Status: 'Enabled', And: { Status: 1 } }] },
      'Rules[0].And.Status must be one of Disabled, Enabled',
    ],
    [{ Rules: [{ Status: 'Enabled' }], Others: 1 }, 'Others is not known'],
  ]
  for (const [json, message] of unfit) {
    it(`refuses ${JSON.stringify(json)}`, () => {
      expect(() => read(json)).to.throw(Error, message)
    })
  }
})
