import { NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FormProps } from '../frame/form-props.ts'

const protocols = ['https', 'http'] as const

/** Pages from the bucket, or a redirect of all that is asked; redirects of single pages are written in the JSON. */
export function WebsiteForm({ value, onChange }: FormProps<'website'>) {
  const { t } = useTranslation('settings')
  const isRedirect = value.RedirectAllRequestsTo !== undefined
  const choose = (chosen: string) =>
    onChange(
      chosen === 'redirect'
        ? { RedirectAllRequestsTo: { HostName: '', Protocol: 'https' } }
        : { IndexDocument: { Suffix: 'index.html' } },
    )
  return (
    <Stack gap="md">
      <Radio.Group label={t('website.label')} value={isRedirect ? 'redirect' : 'pages'} onChange={choose}>
        <Stack gap="sm" mt="xs">
          <Radio value="pages" label={t('website.pages')} description={t('website.pagesHint')} />
          <Radio value="redirect" label={t('website.redirect')} description={t('website.redirectHint')} />
        </Stack>
      </Radio.Group>
      {isRedirect ? (
        <RedirectFields value={value} onChange={onChange} />
      ) : (
        <PageFields value={value} onChange={onChange} />
      )}
    </Stack>
  )
}

function PageFields({ value, onChange }: FormProps<'website'>) {
  const { t } = useTranslation('settings')
  const rules = value.RoutingRules?.length ?? 0
  const putError = (Key: string) => {
    const { ErrorDocument, ...rest } = value
    onChange(Key === '' ? rest : { ...rest, ErrorDocument: { Key } })
  }
  return (
    <Stack gap="sm">
      <TextInput
        label={t('website.index')}
        description={t('website.indexHint')}
        value={value.IndexDocument?.Suffix ?? ''}
        onChange={(event) => onChange({ ...value, IndexDocument: { Suffix: event.currentTarget.value } })}
      />
      <TextInput
        label={t('website.error')}
        description={t('website.errorHint')}
        value={value.ErrorDocument?.Key ?? ''}
        onChange={(event) => putError(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t('website.rules', { count: rules })}
      </Text>
    </Stack>
  )
}

function RedirectFields({ value, onChange }: FormProps<'website'>) {
  const { t } = useTranslation('settings')
  const { HostName = '', Protocol } = value.RedirectAllRequestsTo ?? {}
  return (
    <Stack gap="sm">
      <TextInput
        label={t('website.host')}
        placeholder="www.example.com"
        value={HostName}
        onChange={(event) =>
          onChange({
            RedirectAllRequestsTo: { ...(Protocol && { Protocol }), HostName: event.currentTarget.value },
          })
        }
      />
      <NativeSelect
        label={t('website.protocol')}
        value={Protocol ?? ''}
        data={[{ value: '', label: t('website.sameProtocol') }, ...protocols]}
        onChange={(event) => {
          const chosen = protocols.find((each) => each === event.currentTarget.value)
          onChange({ RedirectAllRequestsTo: { HostName, ...(chosen && { Protocol: chosen }) } })
        }}
      />
    </Stack>
  )
}
