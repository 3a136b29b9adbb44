import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isFolder, type Row } from './row.ts'
import { usePlace } from './use-place.ts'
import classes from './row-link.module.css'

/** The name of a row; it leads into the folder, or to the page of the object. */
export function RowLink({ row }: { readonly row: Row }) {
  const { t } = useTranslation('browser')
  const { project, bucket, showVersions } = usePlace()
  const shared = {
    params: { project, bucket },
    // The grid is one stop of the Tab key; Enter opens.
    tabIndex: -1,
    preload: false,
    className: classes['name'],
  } as const
  if (isFolder(row))
    return (
      <Link
        {...shared}
        to="/projects/$project/buckets/$bucket"
        search={{ prefix: row.key, ...(showVersions && { show: 'versions' }) }}
      >
        {row.name}/
      </Link>
    )
  return (
    <Link
      {...shared}
      to="/projects/$project/buckets/$bucket/object"
      search={{ key: row.key, ...(row.versionId !== undefined && { versionId: row.versionId }) }}
    >
      {row.name || t('kinds.self')}
    </Link>
  )
}
