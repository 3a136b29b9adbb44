import { getRouteApi } from '@tanstack/react-router'

/** An object of a bucket, or one version of it; without a version id the newest. */
export interface ObjectPlace {
  readonly project: string
  readonly bucket: string
  readonly key: string
  readonly versionId?: string | undefined
}

const route = getRouteApi('/shell/projects/$project/buckets/$bucket/object')

/** The object that the page is about. */
export function useObjectPlace(): ObjectPlace {
  const { project, bucket } = route.useParams()
  const { key = '', versionId } = route.useSearch()
  return { project, bucket, key, versionId }
}

/** How the admin API names it. */
export const inputOf = ({ project, bucket, key, versionId }: ObjectPlace) => ({
  project,
  name: bucket,
  key,
  ...(versionId !== undefined && { versionId }),
})

/** What stands behind the last slash: `2026/summer/` is called `summer/`. */
export const fileNameOf = (key: string): string => /[^/]+\/*$/.exec(key)?.[0] ?? key

/** The prefix that an object is below, with its slash; empty at the top. */
export const folderOf = (key: string): string => key.slice(0, key.length - fileNameOf(key).length)
