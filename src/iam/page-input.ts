import type { EntityListing } from '../core/iam/list-entities.ts'
import type { Paging } from '../core/iam/paging.ts'

export interface PageInput {
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

/** Which page of a listing is asked for. */
export const paging = ({ Marker, MaxItems }: PageInput): Paging => ({ marker: Marker, maxItems: MaxItems })

/** The same of a listing that may be confined to a path. */
export const listing = (input: PageInput & { readonly PathPrefix?: string | undefined }): EntityListing => ({
  ...paging(input),
  pathPrefix: input.PathPrefix,
})
