import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../components/problem-text.ts'

interface NameFormProps {
  readonly label: string
  readonly description: string
  readonly action: string
  readonly name?: string
  /** What it rejects with is shown at the name. */
  readonly onSubmit: (name: string) => Promise<void>
  readonly onClose: () => void
}

/** Asks for the name of an object or a folder: one level, without slashes. */
export function NameForm({ label, description, action, name = '', onSubmit, onClose }: NameFormProps) {
  const { t } = useTranslation('browser')
  const textOf = useProblemText()
  const form = useForm({
    initialValues: { name },
    validate: {
      name: (value) => {
        if (value === '' || value === name) return t('name.needed')
        return value.includes('/') ? t('name.slash') : null
      },
    },
  })
  const submit = form.onSubmit(async (values) => {
    await onSubmit(values.name).catch((error: unknown) => {
      form.setFieldError('name', textOf(error))
    })
  })
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          data-autofocus
          label={label}
          description={description}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel', { ns: 'common' })}
          </Button>
          <Button type="submit" loading={form.submitting}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
