import { S3Error } from '../../core/errors.ts'
import { parseTaggingHeader } from '../../core/objects/tags.ts'
import { parseStorageClass } from '../../core/objects/storage-class.ts'
import { aclRequestOf } from '../acl-input.ts'
import { parseCopySource } from '../copy-source.ts'
import { encryptionRequestOf, sourceCustomerKeyOf } from '../encryption-input.ts'
import { newEncryptionOutput } from '../encryption-output.ts'
import {
  attributesOf,
  checksumAlgorithmOf,
  copySourceConditionsOf,
  objectOf,
  writeConditionsOf,
} from '../object-input.ts'
import { checksumOutput, quoted, versionIdOutput } from '../object-output.ts'
import { expiryOutput } from '../lifecycle-headers.ts'
import { operation, type InputOf } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const copyObject = operation('CopyObject', async ({ input, caller, core, signal }) => {
  const copied = await core.objects.copy(caller, objectOf(input), {
    source: parseCopySource(input.CopySource),
    sourceConditions: copySourceConditionsOf(input),
    ...replacements(input),
    acl: aclRequestOf(input),
    websiteRedirectLocation: input.WebsiteRedirectLocation,
    storageClass: input.StorageClass === undefined ? undefined : parseStorageClass(input.StorageClass),
    checksumAlgorithm: checksumAlgorithmOf(input.ChecksumAlgorithm),
    conditions: writeConditionsOf(input),
    encryption: encryptionRequestOf(input),
    sourceCustomerKey: sourceCustomerKeyOf(input),
    signal,
  })
  return {
    ...versionIdOutput(copied),
    ...expiryOutput(copied.expiry),
    CopySourceVersionId: copied.sourceVersionId,
    ...newEncryptionOutput(copied.encryption, input),
    CopyObjectResult: {
      ETag: quoted(copied.etag),
      LastModified: new Date(copied.lastModified),
      ...checksumOutput(copied.checksum),
    },
  }
})

function replacements(input: InputOf<'CopyObject'>) {
  const {
    MetadataDirective = 'COPY',
    TaggingDirective = 'COPY',
    AnnotationDirective = 'COPY',
    Tagging,
  } = input
  checkDirective('x-amz-metadata-directive', MetadataDirective, ['COPY', 'REPLACE'])
  checkDirective('x-amz-tagging-directive', TaggingDirective, ['COPY', 'REPLACE'])
  checkDirective('x-amz-object-annotation-directive', AnnotationDirective, ['COPY', 'EXCLUDE'])
  const { tags: _tags, lock, ...metadata } = attributesOf({ ...input, Tagging: undefined })
  return {
    lock,
    excludesAnnotations: AnnotationDirective === 'EXCLUDE',
    ...(MetadataDirective === 'REPLACE' && { replaceMetadata: metadata }),
    ...(TaggingDirective === 'REPLACE' && { replaceTags: parseTaggingHeader(Tagging ?? '') }),
  }
}

function checkDirective(name: string, value: string, known: readonly string[]): void {
  if (known.includes(value)) return
  throw new S3Error('InvalidArgument', {
    message: 'Unknown directive.',
    detail: { ArgumentName: name, ArgumentValue: value },
  })
}
