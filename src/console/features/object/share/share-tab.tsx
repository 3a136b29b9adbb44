import { Alert, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../../api/session.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { AnchorLink } from '../../../components/anchor-link.tsx'
import { PresignedShare } from './presigned-share.tsx'
import { SignedShare } from './signed-share.tsx'
import type { ObjectProps } from '../described-object.ts'

const kinds = ['presigned', 'signed'] as const
type Kind = (typeof kinds)[number]

/** Links by which others read an object without an account. */
export function ShareTab({ place, object }: ObjectProps) {
  const { t } = useTranslation('object')
  const [kind, setKind] = useState<Kind>('presigned')
  const { project, bucket, versionId } = place
  if (!mayChange(useSession(), project))
    return (
      <EmptyState icon={IconLock} title={t('share.forbidden')}>
        {t('share.forbiddenHint')}
      </EmptyState>
    )
  return (
    <Stack gap="md" maw={640}>
      <SegmentedControl<Kind>
        aria-label={t('share.kind')}
        value={kind}
        onChange={setKind}
        data={kinds.map((value) => ({ value, label: t(`share.${value}`) }))}
      />
      <Text size="sm" c="dimmed">
        {t(`share.${kind}Hint`)}{' '}
        {kind === 'signed' && (
          <AnchorLink
            size="sm"
            underline="always"
            to="/projects/$project/buckets/$bucket/links"
            params={{ project, bucket }}
          >
            {t('share.list')}
          </AnchorLink>
        )}
      </Text>
      {kind === 'presigned' && <PresignedShare place={place} object={object} />}
      {kind === 'signed' && versionId !== undefined && <Alert>{t('share.newestOnly')}</Alert>}
      {kind === 'signed' && versionId === undefined && <SignedShare place={place} object={object} />}
    </Stack>
  )
}
