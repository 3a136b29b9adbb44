import { Alert, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { FormBody } from '../../../components/form-modal.tsx'
import { inputOf } from '../object-place.ts'
import { PairsInput, type Pair } from './pairs-input.tsx'
import type { DescribedObject, ObjectProps } from '../described-object.ts'

const headers = [
  ['contentType', 'image/png'],
  ['cacheControl', 'public, max-age=3600'],
  ['contentDisposition', 'attachment; filename="report.pdf"'],
  ['contentEncoding', 'gzip'],
  ['contentLanguage', 'fr'],
] as const

const valuesOf = (object: DescribedObject) => ({
  contentType: object.contentType ?? '',
  cacheControl: object.cacheControl ?? '',
  contentDisposition: object.contentDisposition ?? '',
  contentEncoding: object.contentEncoding ?? '',
  contentLanguage: object.contentLanguage ?? '',
  userMetadata: Object.entries(object.userMetadata).map(([key, value]): Pair => ({ key, value })),
})

/** Replaces the headers of an object; empty ones go. */
export function MetadataForm({ place, object, onDone }: ObjectProps & { readonly onDone: () => void }) {
  const { t } = useTranslation(['object', 'common'])
  const change = useAdminChange('setObjectMetadata', ['describeObject', 'listVersions', 'listObjects'])
  const form = useForm({ initialValues: valuesOf(object) })
  const save = form.onSubmit(({ userMetadata, ...given }) => {
    const named = userMetadata.filter(({ key }) => key !== '')
    const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
    const input = {
      ...inputOf(place),
      ...wanted,
      userMetadata: Object.fromEntries(named.map(({ key, value }) => [key, value])),
    }
    change.mutate(input, { onSuccess: onDone })
  })
  return (
    <FormBody action={t('common:actions.save')} change={change} onSubmit={save} onClose={onDone}>
      <Alert variant="light" icon={<IconInfoCircle />}>
        {t('headers.copies')}
      </Alert>
      {headers.map(([name, example]) => (
        <TextInput
          key={name}
          size="xs"
          label={t(`headers.${name}`)}
          placeholder={example}
          {...form.getInputProps(name)}
        />
      ))}
      <PairsInput
        legend={t('headers.userMetadata')}
        pairs={form.values.userMetadata}
        onChange={(pairs) => form.setFieldValue('userMetadata', pairs)}
      />
    </FormBody>
  )
}
