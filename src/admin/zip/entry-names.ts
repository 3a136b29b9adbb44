/** What Windows refuses in names, and what else would not be a name. */
const unfit = /[\\:*?"<>|\p{Cc}]/gu

/** Gives each object of an archive a name of its own, which never leads out of the folder that it is unpacked to. */
export function entryNames(): (key: string) => string {
  const used = new Set<string>()
  return (key) => {
    const safe = safePath(key)
    let name = safe
    for (let n = 2; used.has(name); n++) name = numbered(safe, n)
    used.add(name)
    return name
  }
}

function safePath(key: string): string {
  const parts = key
    .split('/')
    .filter((part) => part !== '')
    .map((part) => (/^\.+$/.test(part) ? part.replaceAll('.', '_') : part.replace(unfit, '_')))
  return parts.length > 0 ? parts.join('/') : '_'
}

/** `photo (2).jpg` */
const numbered = (path: string, n: number): string =>
  path.replace(/(\.[^./]+)?$/, (extension) => ` (${String(n)})${extension}`)
