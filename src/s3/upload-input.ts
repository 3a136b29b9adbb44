import { S3Error } from '../core/errors.ts'
import type { PartRef } from '../core/uploads/put-part.ts'
import type { UploadRef } from '../core/uploads/upload-ref.ts'

interface UploadAddress {
  readonly Bucket: string
  readonly Key: string
  readonly UploadId: string
}

export const uploadOf = ({ Bucket, Key, UploadId }: UploadAddress): UploadRef => ({
  bucket: Bucket,
  key: Key,
  uploadId: UploadId,
})

export const partOf = (input: UploadAddress & { readonly PartNumber: number }): PartRef => ({
  ...uploadOf(input),
  partNumber: input.PartNumber,
})

/** Parts behind this number; 0 for all. Throws InvalidArgument for what is no number. */
export function partMarkerOf(marker: string | undefined): number {
  if (marker === undefined || marker === '') return 0
  if (/^\d{1,9}$/.test(marker)) return Number(marker)
  throw new S3Error('InvalidArgument', {
    message: 'Provided part-number-marker not an integer or within integer range',
    detail: { ArgumentName: 'part-number-marker', ArgumentValue: marker },
  })
}
