import { type Codec, type TypeErrors, createCodecs } from '../protocol/codec.ts'
import { type OperationName, model } from './model/generated.ts'
import type { InputOf, OutputOf } from './operation.ts'

/** Where S3 has a code of its own for a bad value or document. */
export const typeErrors: TypeErrors = {
  AccessControlPolicy: { code: 'MalformedACLError' },
  ChecksumAlgorithm: {
    code: 'InvalidRequest',
    message: `Checksum algorithm provided is unsupported. Please try again with any of the valid types: [${(model.enums['ChecksumAlgorithm'] ?? []).join(', ')}]`,
  },
  Policy: { code: 'MalformedPolicy' },
  StorageClass: { code: 'InvalidStorageClass' },
}

type CodecTable = { readonly [Name in OperationName]: Codec<InputOf<Name>, OutputOf<Name>> }

const compile = createCodecs(model, typeErrors)

/** The codec of each operation, compiled when the program starts. */
export const codecs = Object.fromEntries(
  (Object.keys(model.operations) as OperationName[]).map((name) => [name, compile(name)]),
) as unknown as CodecTable
