import { ownedBucket } from '../owned-bucket.ts'
import { readDocument, writeDocument } from '../bucket-documents.ts'
import { settingOperations } from '../setting-operations.ts'
import type { AskBucket, AwsOperations } from '../aws-operations.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

interface SettingParts {
  readonly core: Pick<Core, 'catalog'>
  readonly aws: Pick<AwsOperations, 's3'>
}

/** The documents on buckets, read and put by the operations of S3. */
export function settingCalls({ core, aws }: SettingParts) {
  const askOf = async ({ name, project }: InputOf<'getBucketSetting'>): Promise<AskBucket> => {
    const { owner } = await ownedBucket(core.catalog, { name, project })
    return (operation, input) => aws.s3(owner.project, operation, { ...input, Bucket: name })
  }
  const documentOf = async (ask: AskBucket, { setting }: InputOf<'getBucketSetting'>) => ({
    document: (await readDocument(ask, settingOperations[setting])) ?? null,
  })
  return {
    getBucketSetting: async (input: InputOf<'getBucketSetting'>) => documentOf(await askOf(input), input),
    putBucketSetting: async ({ document, ...input }: InputOf<'putBucketSetting'>) => {
      const ask = await askOf(input)
      await writeDocument(ask, settingOperations[input.setting], document)
      return documentOf(ask, input)
    },
  }
}
