import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import * as sdk from '@aws-sdk/client-s3'
import { expect } from 'chai'
import fc from 'fast-check'
import type { Codec } from '../../src/protocol/codec.ts'
import type { Member } from '../../src/protocol/wire-model.ts'
import { codecs } from '../../src/s3/codecs.ts'
import { levelOf, matchOperation } from '../../src/s3/match.ts'
import { model } from '../../src/s3/model/generated.ts'
import type { OperationName } from '../../src/s3/operation.ts'
import { createWireRequest } from '../../src/s3/wire-request.ts'
import { sampleMembers } from './samples.ts'

type Values = Record<string, unknown>
type Command = Parameters<sdk.S3Client['send']>[0]

const untyped = codecs as unknown as Readonly<Record<OperationName, Codec<Values, Values>>>
const commands = sdk as unknown as Readonly<Record<string, new (input: Values) => Command>>

/** The SDK computes, checks or rewrites these on its own. */
const changedBySdk =
  /^(Checksum(?!Mode|Type).*|Content(Length|MD5|Type)|.*SSECustomerKey.*|ClientToken|ExpiresString)$/
const isComparable = ([name, type]: Member): boolean => type !== 'stream' && !changedBySdk.test(name)
const comparable = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== undefined && !changedBySdk.test(name)),
  )

/** Operations whose answer the SDK reads as events. */
const eventStreams = new Set<OperationName>(['SelectObjectContent'])
/** AWS hosts it alone under a name made of the route. */
const otherHost = new Set<OperationName>(['WriteGetObjectResponse'])
/** Their answers are bytes or events, which do not pass through the codec. */
const bodies = ['Body', 'AnnotationPayload', 'Payload', '$metadata']

describe('the codec of', () => {
  let server: Server
  let client: sdk.S3Client
  let answer: Values = {}
  let received: { readonly name: OperationName; readonly input: Values } | undefined

  before(async () => {
    server = createServer((request, response) => {
      void buffer(request).then((body) => {
        const wire = createWireRequest(request, { domains: [] })
        const name = matchOperation({ ...wire, level: levelOf(wire.address) })
        if (!name) throw new Error(`nothing matches ${request.method ?? ''} ${request.url ?? ''}`)
        received = { name, input: untyped[name].parse(wire, body) }
        const { status, headers, body: document } = untyped[name].write(answer)
        response.writeHead(eventStreams.has(name) ? 500 : status, headers).end(document)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    client = new sdk.S3Client({
      endpoint: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 1,
    })
  })

  after(async () => {
    client.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  for (const name of Object.keys(model.operations) as OperationName[]) {
    if (otherHost.has(name)) continue
    it(`${name} reads what the SDK sends and writes what it understands`, async () => {
      const { input, output } = model.operations[name]
      const samples = fc.sample(
        fc.tuple(sampleMembers(input.filter(isComparable)), sampleMembers(output.filter(isComparable))),
        { numRuns: 3, seed: 1 },
      )
      for (const [sent, expected] of samples) {
        if ('Bucket' in sent) sent['Bucket'] = 'bucket'
        if (name === 'ListDirectoryBuckets') sent['MaxDirectoryBuckets'] = 5
        answer = expected
        const result: object = await client.send(commandOf(name, sent)).catch(onlyIf(eventStreams.has(name)))
        expect(received?.name).to.equal(name)
        expect(comparable(received?.input ?? {})).to.deep.equal(comparable(sent))
        if (eventStreams.has(name)) continue
        const understood = Object.entries(result).filter(([member]) => !bodies.includes(member))
        expect(comparable({ ...noMetadata(output), ...Object.fromEntries(understood) })).to.deep.equal({
          ...noMetadata(output),
          ...expected,
        })
      }
    })
  }
})

const onlyIf = (isExpected: boolean) => (error: unknown) => {
  if (!isExpected) throw error
  return {}
}

/** The SDK gives metadata even when there is none. */
const noMetadata = (members: readonly Member[]): Values =>
  members.some(([, , place]) => place === 'prefix') ? { Metadata: {} } : {}

function commandOf(name: OperationName, input: Values): Command {
  const command = commands[`${name}Command`]
  if (!command) throw new Error(`the SDK has no ${name}Command`)
  return new command({ ...input, ...bytesOf(model.operations[name].input) })
}

const bytesOf = (members: readonly Member[]): Values =>
  Object.fromEntries(
    members.filter(([, type]) => type === 'stream').map(([name]) => [name, Buffer.from('bytes')]),
  )
