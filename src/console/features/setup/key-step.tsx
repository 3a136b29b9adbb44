import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { CopyField } from '../../components/copy-field.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { StepBody } from './step-body.tsx'
import type { OutputOf } from '../../../admin/contract.ts'

interface KeyStepProps {
  readonly bucket: OutputOf<'createBucket'>
  readonly made: OutputOf<'createKey'> | undefined
  readonly onMade: (key: OutputOf<'createKey'>) => void
  readonly onDone: () => void
}

/** A key that is good for the bucket only. */
export function KeyStep({ bucket: { name: bucket, project }, made, onMade, onDone }: KeyStepProps) {
  const { t } = useTranslation('dashboard')
  const create = useAdminChange('createKey', ['listKeys'])
  const submit = () => {
    create.mutate({ project, name: t('setup.key.name'), scope: { bucket } }, { onSuccess: onMade })
  }
  return (
    <StepBody title={t('setup.key.title')} text={t('setup.key.text', { bucket })}>
      <Stack maw={560}>
        {made && (
          <>
            <Alert color="orange" icon={<IconKey />}>
              {t('common:secret.once')}
            </Alert>
            <CopyField label={t('setup.key.id')} value={made.id} />
            <CopyField label={t('setup.key.secret')} value={made.secret} />
          </>
        )}
        {create.error && <ProblemNotice error={create.error} />}
        <Group>
          {made ? (
            <Button onClick={onDone}>{t('setup.next')}</Button>
          ) : (
            <>
              <Button loading={create.isPending} onClick={submit}>
                {t('setup.key.create')}
              </Button>
              <Button variant="default" onClick={onDone}>
                {t('setup.skip')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </StepBody>
  )
}
