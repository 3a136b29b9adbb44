import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { confirmByTyping } from '../../../components/confirm-by-typing.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { formatBytes, formatCount } from '../../../lib/format.ts'
import { bucketOf, type BucketPlace } from '../frame/bucket-place.ts'
import { Part } from '../frame/panel.tsx'
import type { OutputOf } from '../../../../admin/contract.ts'

interface DeletionProps {
  readonly place: BucketPlace
  readonly deletion: OutputOf<'describeBucket'>['deletion']
}

/** Deletes the bucket, empty or with all it holds; or tells how far that has come. */
export function Deletion({ place, deletion }: DeletionProps) {
  const { t } = useTranslation('settings')
  return (
    <Part title={t('deletion.title')} hint={t('deletion.hint')}>
      {deletion ? <Progress deletion={deletion} /> : <DeletionButtons place={place} />}
    </Part>
  )
}

function Progress({ deletion }: { readonly deletion: NonNullable<DeletionProps['deletion']> }) {
  const { t } = useTranslation('settings')
  const { state, objects, bytes, problem } = deletion
  const gone = t('deletion.gone', { objects: formatCount(objects), bytes: formatBytes(bytes) })
  return (
    <Alert color={state === 'blocked' ? 'orange' : 'blue'} title={t(`deletion.${state}`)} role="status">
      <Group gap="xs">
        {state === 'running' && <Loader size="xs" />}
        <Text size="sm">
          {gone} {problem}
        </Text>
      </Group>
    </Alert>
  )
}

function DeletionButtons({ place }: { readonly place: BucketPlace }) {
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const empty = useAdminChange('deleteBucket', ['listBuckets'])
  const everything = useAdminChange('deleteBucketWithEverything', ['describeBucket', 'listBuckets'])
  const { name } = place
  const leave = () => void navigate({ to: '/buckets' })
  const askEmpty = () =>
    confirmByTyping({
      title: t('deletion.emptyTitle', { name }),
      children: t('deletion.emptyHint'),
      name,
      action: t('deletion.empty'),
      onConfirm: () => empty.mutate(bucketOf(place), { onSuccess: leave }),
    })
  const askEverything = () =>
    confirmByTyping({
      title: t('deletion.everythingTitle', { name }),
      children: t('deletion.everythingHint'),
      name,
      action: t('deletion.everything'),
      onConfirm: () => everything.mutate({ ...bucketOf(place), confirm: name }),
    })
  const error = empty.error ?? everything.error
  return (
    <Stack gap="sm">
      {error && <ProblemNotice error={error} />}
      <Group gap="xs">
        <Button variant="outline" color="red" size="sm" loading={empty.isPending} onClick={askEmpty}>
          {t('deletion.empty')}
        </Button>
        <Button
          variant="outline"
          color="red"
          size="sm"
          loading={everything.isPending}
          onClick={askEverything}
        >
          {t('deletion.everything')}
        </Button>
      </Group>
    </Stack>
  )
}
