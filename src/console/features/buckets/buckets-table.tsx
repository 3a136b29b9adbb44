import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../api/session.ts'
import { AnchorLink } from '../../components/anchor-link.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { UsageBar } from '../../components/usage-bar.tsx'
import { formatBytes, formatCount, formatMoment } from '../../lib/format.ts'
import { BucketMenu } from './bucket-menu.tsx'
import { BucketVisibility } from './bucket-visibility.tsx'
import { heldBytes, type Bucket } from './bucket.ts'

interface BucketsTableProps {
  readonly buckets: readonly Bucket[]
  /** The project whose buckets are listed; undefined: those of all. */
  readonly listed: string | undefined
}

export function BucketsTable({ buckets, listed }: BucketsTableProps) {
  const { t } = useTranslation('projects')
  const session = useSession()
  const project = { title: t('column.project'), cell: (bucket: Bucket) => <ProjectLink {...bucket} /> }
  const columns = [
    { title: t('column.name'), cell: (bucket: Bucket) => <BucketLink {...bucket} /> },
    ...(listed === undefined ? [project] : []),
    {
      title: t('column.objects'),
      cell: ({ name, objects, quota }: Bucket) => (
        <UsageBar
          isCompact
          label={t('bar.objects', { name })}
          used={objects}
          limit={quota.objects}
          format={formatCount}
        />
      ),
    },
    {
      title: t('column.stored'),
      cell: (bucket: Bucket) => (
        <UsageBar
          isCompact
          label={t('bar.stored', bucket)}
          used={heldBytes(bucket)}
          limit={bucket.quota.bytes}
          format={formatBytes}
        />
      ),
    },
    {
      title: t('column.visibility'),
      cell: (bucket: Bucket) => <BucketVisibility bucket={bucket} listed={listed} />,
    },
    { title: t('column.created'), cell: ({ createdAt }: Bucket) => formatMoment(createdAt) },
    {
      title: t('column.actions'),
      cell: (bucket: Bucket) => <BucketMenu bucket={bucket} mayDelete={mayChange(session, bucket.project)} />,
    },
  ]
  return (
    <DataTable
      label={t('buckets.title')}
      columns={columns}
      rows={buckets}
      keyOf={(bucket) => `${bucket.project}/${bucket.name}`}
      minWidth={860}
    />
  )
}

const BucketLink = ({ project, name }: Bucket) => (
  <AnchorLink
    to="/projects/$project/buckets/$bucket"
    params={{ project, bucket: name }}
    search={{}}
    fw={500}
    size="sm"
  >
    {name}
  </AnchorLink>
)

const ProjectLink = ({ project }: Bucket) => (
  <AnchorLink to="/projects/$project" params={{ project }} search={{}} size="sm">
    {project}
  </AnchorLink>
)
