/** New values of bounds: a number sets one, null takes it away, what is absent stays. */
export type Patch<Bounds> = { readonly [Name in keyof Bounds]?: number | null | undefined }

type AnyBounds<Bounds> = { readonly [Name in keyof Bounds]?: number | undefined }

/** The bounds as they are then; undefined when there is none left. */
export function patched<Bounds extends AnyBounds<Bounds>>(
  bounds: Bounds | undefined,
  patch: Patch<Bounds>,
): Bounds | undefined {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  const entries = Object.entries({ ...bounds, ...Object.fromEntries(given) }).filter(
    ([, value]) => value !== null,
  )
  return entries.length > 0 ? (Object.fromEntries(entries) as Bounds) : undefined
}
