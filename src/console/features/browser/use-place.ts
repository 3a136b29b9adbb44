import { getRouteApi } from '@tanstack/react-router'
import type { Place } from './place.ts'

const route = getRouteApi('/shell/projects/$project/buckets/$bucket')

/** The place that the address of the page names. */
export function usePlace(): Place {
  const { project, bucket } = route.useParams()
  const { prefix = '', show } = route.useSearch()
  return { project, bucket, prefix, showVersions: show === 'versions' }
}

/** Goes to another place in the same bucket; narrowing a folder down replaces the entry in the history. */
export function useGoTo() {
  const navigate = route.useNavigate()
  return (change: Partial<Pick<Place, 'prefix' | 'showVersions'>>, options: { replace?: boolean } = {}) => {
    void navigate({
      search: ({ prefix, show }) => {
        const next = change.prefix ?? prefix
        const isOn = change.showVersions ?? show === 'versions'
        return { ...(next && { prefix: next }), ...(isOn && { show: 'versions' }) }
      },
      ...options,
    })
  }
}
