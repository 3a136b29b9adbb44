import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { SizeInput } from '../../components/size-input.tsx'
import { bounds, boundNames, boundTexts, limitsOf, parseBound } from './quota-bounds.ts'
import type { BoundName, BoundTexts } from './quota-bounds.ts'
import type { Project } from './project.ts'

export function QuotaForm({ project }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const limit = useAdminChange('limitProject', ['listProjects', 'getProject'])
  const form = useForm<BoundTexts>({
    initialValues: boundTexts(project),
    validate: (texts) =>
      Object.fromEntries(
        boundNames
          .filter((name) => parseBound(name, texts[name]) === undefined)
          .map((name) => [name, t(bounds[name] === 'size' ? 'common:size.wrong' : 'quota.wrong')]),
      ),
  })
  const submit = form.onSubmit((texts) => {
    limit.mutate(
      { name: project.name, ...limitsOf(texts) },
      {
        onSuccess: (limited) => {
          form.setInitialValues(boundTexts(limited))
          form.reset()
          notifications.show({ color: 'green', message: t('quota.saved') })
        },
      },
    )
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {boundNames.map((name) => (
            <BoundField key={name} name={name} form={form} />
          ))}
        </SimpleGrid>
        {limit.error !== null && <ProblemNotice error={limit.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={limit.isPending} disabled={!form.isDirty()}>
            {t('common:actions.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface BoundFieldProps {
  readonly name: BoundName
  readonly form: UseFormReturnType<BoundTexts>
}

function BoundField({ name, form }: BoundFieldProps) {
  const { t } = useTranslation('projects')
  const common = { label: t(`quota.${name}`), placeholder: t('quota.none') }
  if (bounds[name] === 'size') return <SizeInput {...common} {...form.getInputProps(name)} />
  return <TextInput {...common} inputMode="numeric" autoComplete="off" {...form.getInputProps(name)} />
}
