import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { ButtonLink } from '../../components/anchor-link.tsx'
import { Queried } from '../../components/queried.tsx'
import { SnippetTabs } from './snippet-tabs.tsx'
import { StepBody } from './step-body.tsx'
import type { OutputOf } from '../../../admin/contract.ts'

interface ToolsStepProps {
  readonly bucket: OutputOf<'createBucket'>
  readonly accessKey: OutputOf<'createKey'> | undefined
}

/** What has to be pasted into one's tools. */
export function ToolsStep({ bucket: { name: bucket, project, region }, accessKey }: ToolsStepProps) {
  const { t } = useTranslation('dashboard')
  const query = useQuery(adminQuery('getStatus'))
  const text = accessKey ? t('setup.tools.text') : t('setup.tools.placeholderText')
  return (
    <StepBody title={t('setup.tools.title')} text={text}>
      <Queried query={query}>
        {({ s3Url }) => (
          <SnippetTabs
            label={t('setup.tools.label')}
            parts={{
              endpoint: s3Url,
              region,
              bucket,
              accessKeyId: accessKey?.id ?? 'ACCESS_KEY',
              secretAccessKey: accessKey?.secret ?? 'SECRET_KEY',
            }}
          />
        )}
      </Queried>
      <Group>
        <ButtonLink to="/projects/$project/buckets/$bucket" params={{ project, bucket }}>
          {t('setup.tools.open')}
        </ButtonLink>
      </Group>
    </StepBody>
  )
}
