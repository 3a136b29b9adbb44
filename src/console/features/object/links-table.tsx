import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery, useAdminChange } from '../../api/queries.ts'
import { mayChange, useSession } from '../../api/session.ts'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { AnchorLink } from '../../components/anchor-link.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { formatAgo, formatMoment } from '../../lib/format.ts'
import { isPast } from './is-past.ts'
import { fileNameOf } from './object-place.ts'
import type { OutputOf } from '../../../admin/contract.ts'

type Link = OutputOf<'listLinks'>['links'][number]

interface LinksTableProps {
  readonly project: string
  readonly links: readonly Link[]
}

export function LinksTable({ project, links }: LinksTableProps) {
  const { t } = useTranslation('object')
  const { data } = useQuery(adminQuery('listApiKeys', { project }))
  const names = new Map(data?.keys.map(({ id, name }) => [id, name || id]))
  return (
    <DataTable
      label={t('tabs.links')}
      minWidth={760}
      rows={links}
      keyOf={({ id }) => id}
      columns={[
        { title: t('links.object'), cell: (link) => <LinkedObject project={project} link={link} /> },
        { title: t('links.method'), cell: ({ method }) => t(`links.${method}`) },
        { title: t('share.key'), cell: ({ apiKeyId }) => names.get(apiKeyId) ?? apiKeyId },
        { title: t('links.created'), cell: ({ createdAt }) => formatMoment(createdAt) },
        { title: t('links.expires'), cell: ({ expiresAt }) => <Expiry expiresAt={expiresAt} /> },
        { title: t('links.use'), cell: (link) => <Use link={link} /> },
        {
          title: t('versions.actions'),
          cell: (link) => <Revoke project={project} link={link} />,
          align: 'right',
        },
      ]}
    />
  )
}

const LinkedObject = ({
  project,
  link: { bucket, key, method },
}: {
  readonly project: string
  readonly link: Link
}) =>
  method === 'GET' ? (
    <AnchorLink
      size="sm"
      to="/projects/$project/buckets/$bucket/object"
      params={{ project, bucket }}
      search={{ key }}
    >
      {key}
    </AnchorLink>
  ) : (
    <Text size="sm">{key}</Text>
  )

function Expiry({ expiresAt }: Pick<Link, 'expiresAt'>) {
  const { t } = useTranslation('object')
  if (isPast(expiresAt))
    return (
      <Badge color="gray" variant="light">
        {t('links.expired')}
      </Badge>
    )
  return <span title={formatMoment(expiresAt)}>{formatAgo(expiresAt)}</span>
}

function Use({ link: { isSingleUse, usedAt } }: { readonly link: Link }) {
  const { t } = useTranslation('object')
  if (!isSingleUse) return t('links.anyUse')
  return usedAt === null ? t('links.notUsed') : t('links.used', { when: formatMoment(usedAt) })
}

function Revoke({ project, link: { id, key } }: { readonly project: string; readonly link: Link }) {
  const { t } = useTranslation('object')
  const onError = useTellProblem()
  const change = useAdminChange('revokeLink', ['listLinks'])
  if (!mayChange(useSession(), project)) return null
  const ask = () =>
    confirmByTyping({
      title: t('links.revoke'),
      children: t('links.revokeHint'),
      name: fileNameOf(key),
      action: t('links.revoke'),
      onConfirm: () => change.mutate({ project, id }, { onError }),
    })
  return (
    <Tooltip label={t('links.revoke')}>
      <ActionIcon
        variant="subtle"
        color="red"
        aria-label={t('links.revokeOf', { key })}
        loading={change.isPending}
        onClick={ask}
      >
        <IconLinkOff size={16} />
      </ActionIcon>
    </Tooltip>
  )
}
