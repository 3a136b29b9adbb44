import { createXmlWriter } from '../protocol/xml-writer.ts'
import { createInputReader } from './query-input.ts'
import type { Member } from '../protocol/wire-model.ts'
import type { ParameterNode } from './parameter-tree.ts'
import type { QueryModel } from './query-model.ts'

/** One operation's two ways over the wire. */
export interface QueryCodec<Input, Output> {
  /** Throws ValidationError. */
  readonly parse: (parameters: ParameterNode) => Input
  /** The document of success. */
  readonly write: (output: Output, requestId: string) => string | Buffer
}

const metadata: Member = ['ResponseMetadata', 'ResponseMetadata', 'element', 'ResponseMetadata']
const metadataMembers: readonly Member[] = [['RequestId', 'string', 'element', 'RequestId']]

/** Compiles the codecs of a service; structures are shared between its operations. */
export function createQueryCodecs(model: QueryModel) {
  const results = Object.entries(model.operations).map(
    ([name, { output }]) => [`${name}Result`, output ?? []] as const,
  )
  const structures = {
    ...model.structures,
    ...Object.fromEntries(results),
    ResponseMetadata: metadataMembers,
  }
  const readerOf = createInputReader(model)
  const writer = createXmlWriter({ ...model, structures })
  return <Input, Output>(name: string): QueryCodec<Input, Output> => {
    const { input = [], output } = model.operations[name] ?? {}
    const result = `${name}Result`
    const resultMembers: readonly Member[] = output ? [[result, result, 'element', result]] : []
    const write = writer.document(`${name}Response`, [...resultMembers, metadata])
    return {
      parse: readerOf(input) as QueryCodec<Input, Output>['parse'],
      write: (value, requestId) => write({ [result]: value, ResponseMetadata: { RequestId: requestId } }),
    }
  }
}
