/** URLs are good for an hour; a request that begins late has to come through, too. */
const freshMs = 45 * 60_000

interface Signed {
  readonly url: Promise<string>
  readonly at: number
}

/** Signs the URLs of all the names that it is given, in their order. */
export type SignAll<Name> = (names: readonly Name[]) => Promise<readonly string[]>

/** URLs, signed some at a time when the first of them is needed. */
export interface SignedUrls<Name> {
  get(name: Name): Promise<string>
  /** What failed may be too old: the next time it is signed anew. */
  forget(name: Name): void
}

/** `size`: of a batch. */
export function signedBatches<Name>(
  names: readonly Name[],
  size: number,
  signAll: SignAll<Name>,
): SignedUrls<Name> {
  const known = new Map<Name, Signed>()
  const isFresh = (name: Name): boolean => Date.now() - (known.get(name)?.at ?? -Infinity) < freshMs

  const sign = (wanted: readonly Name[]): void => {
    const signing = signAll(wanted)
    for (const [index, name] of wanted.entries()) {
      const url = signing.then(
        (urls) => urls[index] ?? Promise.reject(new Error('The server has not signed it.')),
      )
      // Whoever needs it hears of it.
      url.catch(() => known.delete(name))
      known.set(name, { url, at: Date.now() })
    }
  }

  return {
    get(name) {
      if (!isFresh(name)) {
        const from = names.indexOf(name)
        sign(names.slice(from, from + size).filter((each) => !isFresh(each)))
      }
      return known.get(name)?.url ?? Promise.reject(new Error('It is not one of those to sign.'))
    },
    forget(name) {
      known.delete(name)
    },
  }
}
