import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { modals } from '@mantine/modals'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { useProblemText } from '../../components/problem-text.ts'
import { folderOf, type Place } from './place.ts'

interface Destination {
  readonly bucket: string
  /** Empty, or with a slash at the end. */
  readonly prefix: string
}

interface Relocation {
  readonly place: Place
  readonly title: string
  readonly action: string
  readonly hint: string
  readonly onChoose: (to: Destination) => Promise<void>
}

/** Asks where objects are to be copied or moved. */
export function askDestination({ title, ...rest }: Relocation): void {
  const id = modals.open({
    title,
    children: <DestinationForm {...rest} onClose={() => modals.close(id)} />,
  })
}

type DestinationFormProps = Omit<Relocation, 'title'> & { readonly onClose: () => void }

function DestinationForm({ place, action, hint, onChoose, onClose }: DestinationFormProps) {
  const { t } = useTranslation('browser')
  const textOf = useProblemText()
  const buckets = useQuery(adminQuery('listBuckets', { project: place.project }))
  const here = folderOf(place.prefix)
  const form = useForm({
    initialValues: { bucket: place.bucket, prefix: here },
    transformValues: ({ bucket, prefix }) => ({ bucket, prefix: asFolder(prefix) }),
    validate: {
      prefix: (prefix, { bucket }) =>
        bucket === place.bucket && asFolder(prefix) === here ? t('destination.same') : null,
    },
  })
  const submit = form.onSubmit(async (to) => {
    await onChoose(to).then(onClose, (error: unknown) => {
      form.setFieldError('prefix', textOf(error))
    })
  })
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{hint}</Text>
        <Select
          label={t('destination.bucket')}
          data={buckets.data?.buckets.map(({ name }) => name) ?? [place.bucket]}
          searchable
          allowDeselect={false}
          {...form.getInputProps('bucket')}
        />
        <TextInput
          data-autofocus
          label={t('destination.folder')}
          description={t('destination.folderHint')}
          autoComplete="off"
          {...form.getInputProps('prefix')}
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

const asFolder = (typed: string): string => {
  const path = typed.trim().replace(/^\/+/, '')
  return path === '' || path.endsWith('/') ? path : `${path}/`
}
