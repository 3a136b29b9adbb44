import { useNavigate } from '@tanstack/react-router'
import { isFolder, type Row } from './row.ts'
import { useGoTo, usePlace } from './use-place.ts'

/** Goes into a folder, or to the page of an object. */
export function useOpenRow() {
  const { project, bucket } = usePlace()
  const goTo = useGoTo()
  const navigate = useNavigate()
  return (row: Row, tab?: string): void => {
    if (isFolder(row)) {
      goTo({ prefix: row.key })
      return
    }
    const { key, versionId } = row
    void navigate({
      to: '/projects/$project/buckets/$bucket/object',
      params: { project, bucket },
      search: { key, ...(versionId !== undefined && { versionId }), ...(tab !== undefined && { tab }) },
    })
  }
}
