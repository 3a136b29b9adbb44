/** What a client accepts, in lower case, with its q-value: `gzip;q=0.5` → `gzip`, 0.5. Other parameters are left out. */
export function qualities(header: string | undefined): ReadonlyMap<string, number> {
  const accepted = new Map<string, number>()
  for (const item of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim())
    if (name === '') continue
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    const quality = q === undefined ? 1 : Number(q.slice(2))
    accepted.set(name, quality >= 0 && quality <= 1 ? quality : 0)
  }
  return accepted
}
