import { TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FormModal } from '../../components/form-modal.tsx'
import { useIamChange } from './iam-api.ts'
import { useIamPlace } from './use-iam-place.ts'

interface CreateProviderProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function CreateProvider({ opened, onClose }: CreateProviderProps) {
  const { t } = useTranslation('iam')
  const { project, open } = useIamPlace()
  const change = useIamChange(project)
  const form = useForm<{ url: string; clientIds: string[] }>({ initialValues: { url: '', clientIds: [] } })
  const { url, clientIds } = form.values
  const creation = useMutation({
    mutationFn: () => change('CreateOpenIDConnectProvider', { Url: url, ClientIDList: clientIds }),
    onSuccess: ({ OpenIDConnectProviderArn }) => open('providers', OpenIDConnectProviderArn),
  })
  return (
    <FormModal
      title={t('providers.create')}
      action={t('providers.create')}
      isPending={creation.isPending}
      isIncomplete={url === ''}
      error={creation.error}
      onSubmit={() => creation.mutate()}
      {...{ opened, onClose }}
    >
      <TextInput
        data-autofocus
        required
        type="url"
        label={t('providers.url')}
        description={t('providers.urlHint')}
        placeholder="https://login.example.com"
        {...form.getInputProps('url')}
      />
      <TagsInput
        label={t('providers.clientIds')}
        description={t('providers.clientIdsHint')}
        {...form.getInputProps('clientIds')}
      />
    </FormModal>
  )
}
