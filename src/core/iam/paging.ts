import { invalidValue } from './invalid-value.ts'

/** How much of a listing is asked for. */
export interface Paging {
  /** As the page before gave it. */
  readonly marker?: string | undefined
  /** 1 to 1,000; 100 unless told. */
  readonly maxItems?: number | undefined
}

/** `marker` continues the listing; without one there is nothing more. */
export interface IamPage<Item> {
  readonly items: readonly Item[]
  readonly marker: string | undefined
}

const defaultItems = 100
const mostItems = 1000

/** Throws ValidationError. */
export function sizeOf({ maxItems = defaultItems }: Paging): number {
  if (maxItems >= 1 && maxItems <= mostItems) return maxItems
  throw invalidValue('maxItems', String(maxItems), `value between 1 and ${String(mostItems)}`)
}

/** Of one item more than the page holds, if there are as many; `positionOf` tells what the next page comes behind. */
export function pageOf<Item>(
  found: readonly Item[],
  size: number,
  positionOf: (item: Item) => string,
): IamPage<Item> {
  const items = found.slice(0, size)
  const last = items.at(-1)
  return { items, marker: last && found.length > size ? encodeMarker(positionOf(last)) : undefined }
}

/** A page of all, which stand in the order of their positions. Throws ValidationError. */
export function pageWithin<Item>(
  all: readonly Item[],
  positionOf: (item: Item) => string,
  paging: Paging,
): IamPage<Item> {
  const after = paging.marker === undefined ? undefined : decodeMarker(paging.marker)
  const rest = after === undefined ? all : all.filter((item) => positionOf(item) > after)
  return pageOf(rest, sizeOf(paging), positionOf)
}

const encodeMarker = (position: string) => Buffer.from(position).toString('base64url')

/** Throws ValidationError. */
export function decodeMarker(marker: string): string {
  const position = Buffer.from(marker, 'base64url').toString()
  if (encodeMarker(position) === marker) return position
  throw invalidValue('marker', marker, 'the marker of a page before')
}
