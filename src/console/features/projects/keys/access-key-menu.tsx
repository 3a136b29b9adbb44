import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { confirmByTyping } from '../../../components/confirm-by-typing.tsx'
import { openForm } from '../../../components/form-modal.tsx'
import { useTellProblem } from '../../../components/problem-text.ts'
import { KeyMenu } from './key-menu.tsx'
import { RotateKey } from './rotate-key.tsx'
import { useShowAccessKey } from './use-show-key.tsx'
import type { AccessKey } from './access-key.ts'

export function AccessKeyMenu({ of: { id, status } }: { readonly of: AccessKey }) {
  const { t } = useTranslation('projects')
  const onError = useTellProblem()
  const show = useShowAccessKey()
  const setStatus = useAdminChange('setKeyStatus', ['listKeys'])
  const remove = useAdminChange('deleteKey', ['listKeys'])
  const rotate = () => {
    openForm({
      title: t('rotate.title'),
      form: (close) => <RotateKey id={id} onClose={close} onRotated={show} />,
    })
  }
  const confirmDeletion = () => {
    confirmByTyping({
      title: t('key.deleteTitle'),
      children: t('accessKeys.deleteText'),
      name: id,
      action: t('key.delete'),
      onConfirm: () => {
        remove.mutate({ id }, { onError })
      },
    })
  }
  return (
    <KeyMenu
      label={id}
      status={status}
      renewal={t('rotate.item')}
      onRenew={rotate}
      onSetStatus={(chosen) => {
        setStatus.mutate({ id, status: chosen }, { onError })
      }}
      onDelete={confirmDeletion}
    />
  )
}
