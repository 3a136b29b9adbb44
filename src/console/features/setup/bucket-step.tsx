import { Button, Group, Stack, TextInput } from '@mantine/core'
import { matches, useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { StepBody } from './step-body.tsx'
import type { OutputOf } from '../../../admin/contract.ts'

// The form of it; the server knows the rest of the rules.
const namePattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

interface BucketStepProps {
  readonly project: string
  readonly onDone: (bucket: OutputOf<'createBucket'>) => void
}

export function BucketStep({ project, onDone }: BucketStepProps) {
  const { t } = useTranslation('dashboard')
  const create = useAdminChange('createBucket', ['listBuckets', 'listProjects'])
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: matches(namePattern, t('setup.bucket.nameWrong')) },
  })
  const submit = form.onSubmit(({ name }) => {
    create.mutate({ project, name }, { onSuccess: onDone })
  })
  return (
    <StepBody title={t('setup.bucket.title')} text={t('setup.bucket.text')}>
      <form onSubmit={submit} noValidate>
        <Stack maw={480}>
          <TextInput
            label={t('setup.bucket.name')}
            description={t('setup.bucket.nameHint')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            {...form.getInputProps('name')}
          />
          {create.error && <ProblemNotice error={create.error} />}
          <Group>
            <Button type="submit" loading={create.isPending}>
              {t('setup.bucket.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </StepBody>
  )
}
