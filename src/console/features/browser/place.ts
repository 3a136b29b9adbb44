/** What the browser shows: the keys of a bucket that begin with a prefix, up to the next slash. */
export interface Place {
  readonly project: string
  readonly bucket: string
  /** Ends with a slash where it is a folder; what follows the last slash narrows the folder down. */
  readonly prefix: string
  readonly showVersions: boolean
}

/** As the admin API names the bucket. */
export const addressOf = ({ project, bucket }: Pick<Place, 'project' | 'bucket'>) => ({
  project,
  name: bucket,
})

/** The folder of a prefix: `a/b/` of `a/b/c`. */
export const folderOf = (prefix: string): string => prefix.slice(0, prefix.lastIndexOf('/') + 1)

/** What stands before the last name: `a/` of `a/b` and of `a/b/`. */
export const parentOf = (key: string): string => folderOf(key.endsWith('/') ? key.slice(0, -1) : key)

/** The last name of a key or a prefix, without its slash. */
export const nameOf = (key: string): string => {
  const name = key.slice(parentOf(key).length)
  return name.endsWith('/') ? name.slice(0, -1) : name
}

interface Crumb {
  readonly name: string
  readonly prefix: string
}

/** The folders on the way to a prefix, the outermost first. */
export function crumbsOf(prefix: string): readonly Crumb[] {
  const names = folderOf(prefix).split('/').slice(0, -1)
  return names.map((name, index) => ({ name, prefix: `${names.slice(0, index + 1).join('/')}/` }))
}
