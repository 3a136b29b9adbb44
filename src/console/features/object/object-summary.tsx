import { Alert, Badge, Code, Group, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AnchorLink } from '../../components/anchor-link.tsx'
import { formatAgo, formatBytes, formatMoment } from '../../lib/format.ts'
import type { ObjectProps } from './described-object.ts'

/** What one wants to know first, in a line. */
export function ObjectSummary({ place, object }: ObjectProps) {
  const { t } = useTranslation('object')
  const { project, bucket, key, versionId } = place
  return (
    <Stack gap="sm">
      <Group gap="md" fz="sm">
        <Text size="sm" fw={600}>
          {formatBytes(object.size)}
        </Text>
        <Text size="sm">{object.contentType ?? t('facts.noType')}</Text>
        <Text size="sm" title={formatMoment(object.lastModified)}>
          {t('summary.modified', { ago: formatAgo(object.lastModified) })}
        </Text>
        <Code>{t('summary.etag', { etag: object.etag })}</Code>
        <Badge variant="default">{object.storageClass}</Badge>
        {object.legalHold && (
          <Badge variant="light" color="red">
            {t('hold.on')}
          </Badge>
        )}
        {object.retention && (
          <Badge variant="light" color="yellow">
            {t(`retention.${object.retention.mode}`)}
          </Badge>
        )}
      </Group>
      {versionId !== undefined && (
        <Alert variant="light" icon={<IconHistory />}>
          {t('summary.version', { versionId })}{' '}
          <AnchorLink
            size="sm"
            underline="always"
            to="/projects/$project/buckets/$bucket/object"
            params={{ project, bucket }}
            search={{ key }}
          >
            {t('summary.toNewest')}
          </AnchorLink>
        </Alert>
      )}
    </Stack>
  )
}
