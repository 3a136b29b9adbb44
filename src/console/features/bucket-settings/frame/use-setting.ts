import { useQuery } from '@tanstack/react-query'
import { adminQuery } from '../../../api/queries.ts'
import { bucketOf, type BucketPlace } from './bucket-place.ts'
import type { SettingDocuments } from '../../../../admin/contract/setting-documents.ts'

/** A document of the bucket, in the shape of S3's model; null where there is none. */
export const useSetting = <Name extends keyof SettingDocuments>(place: BucketPlace, setting: Name) =>
  useQuery({
    ...adminQuery('getBucketSetting', { ...bucketOf(place), setting }),
    // The server answers with the document of that name.
    select: ({ document }) => document as SettingDocuments[Name] | null,
  })

const watchMs = 2000

/** What the bucket is, and which of its settings there are; asked again and again while it is being deleted. */
export const useBucket = (place: BucketPlace) =>
  useQuery({
    ...adminQuery('describeBucket', bucketOf(place)),
    refetchInterval: ({ state }) => (state.data?.deletion && !state.error ? watchMs : false),
  })
