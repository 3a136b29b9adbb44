import { S3Error } from '../core/errors.ts'
import { continuationToken, parseContinuationToken } from './continuation-token.ts'
import type { Caller } from '../core/caller.ts'

interface Store<Item> {
  readonly put: (caller: Caller, bucket: string, item: Item) => Promise<void>
}

interface NamedPlace {
  readonly caller: Caller
  readonly input: { readonly Bucket: string; readonly Id: string }
}

/** Puts a document under its id. Throws InvalidArgument when that is not the id that the address names. */
export async function putNamed<Item extends { readonly id: string }>(
  store: Store<Item>,
  { caller, input }: NamedPlace,
  item: Item,
): Promise<Record<string, never>> {
  checkSameId(input.Id, item.id)
  await store.put(caller, input.Bucket, item)
  return {}
}

function checkSameId(named: string, document: string): void {
  if (named === document) return
  throw new S3Error('InvalidArgument', {
    message: 'The ID in the document is not the ID in the request.',
    detail: { ArgumentName: 'id', ArgumentValue: named },
  })
}

interface Listing {
  readonly ContinuationToken?: string | undefined
}

interface Page<Item extends { readonly id: string }> {
  readonly configurations: readonly Item[]
  readonly isTruncated: boolean
}

/** The id behind which a listing goes on. Throws InvalidArgument for a token that is none. */
export const lastListed = ({ ContinuationToken }: Listing): string | undefined =>
  ContinuationToken === undefined ? undefined : parseContinuationToken(ContinuationToken)

/** What the listings of configurations say of the page. */
export function pageOutput<Item extends { readonly id: string }>(
  { ContinuationToken }: Listing,
  { configurations, isTruncated }: Page<Item>,
) {
  const last = configurations.at(-1)
  return {
    IsTruncated: isTruncated,
    ContinuationToken,
    NextContinuationToken: isTruncated && last ? continuationToken(last.id) : undefined,
  }
}
