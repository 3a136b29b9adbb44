import { models, type OperationName } from './model/generated.ts'
import { createQueryCodecs, type QueryCodec } from './query-codec.ts'
import type { InputOf, OutputOf } from './operation.ts'

type CodecTable = { readonly [Name in OperationName]: QueryCodec<InputOf<Name>, OutputOf<Name>> }

/** The codec of each operation, compiled when the program starts. */
export const codecs = Object.fromEntries(
  Object.values(models).flatMap((model) => {
    const compile = createQueryCodecs(model)
    return Object.keys(model.operations).map((name) => [name, compile(name)])
  }),
) as unknown as CodecTable
