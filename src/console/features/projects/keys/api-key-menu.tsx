import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { confirmByTyping } from '../../../components/confirm-by-typing.tsx'
import { useTellProblem } from '../../../components/problem-text.ts'
import { labelOf, type ApiKey } from './api-key.ts'
import { KeyMenu } from './key-menu.tsx'
import { useShowApiKey } from './use-show-key.tsx'

export function ApiKeyMenu({ of: key }: { readonly of: ApiKey }) {
  const { t } = useTranslation('projects')
  const onError = useTellProblem()
  const show = useShowApiKey()
  const setStatus = useAdminChange('setApiKeyStatus', ['listApiKeys'])
  const regenerate = useAdminChange('regenerateApiKey', ['listApiKeys'])
  const remove = useAdminChange('deleteApiKey', ['listApiKeys'])
  const { id, status } = key
  const name = labelOf(key)
  const confirmRegeneration = () => {
    confirmByTyping({
      title: t('regenerate.title'),
      children: t('regenerate.text'),
      name,
      action: t('regenerate.item'),
      onConfirm: () => {
        regenerate.mutate({ id }, { onError, onSuccess: show })
      },
    })
  }
  const confirmDeletion = () => {
    confirmByTyping({
      title: t('key.deleteTitle'),
      children: t('apiKeys.deleteText'),
      name,
      action: t('key.delete'),
      onConfirm: () => {
        remove.mutate({ id }, { onError })
      },
    })
  }
  return (
    <KeyMenu
      label={name}
      status={status}
      renewal={t('regenerate.item')}
      onRenew={confirmRegeneration}
      onSetStatus={(chosen) => {
        setStatus.mutate({ id, status: chosen }, { onError })
      }}
      onDelete={confirmDeletion}
    />
  )
}
