import { Text, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { FormBody } from '../../components/form-modal.tsx'

/** Switches the second factor off, for whoever still has it. */
export function DropFactor({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell')
  const [code, setCode] = useState('')
  const drop = useAdminChange('dropSecondFactor', ['getSession'])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    drop.mutate({ code: code.trim() }, { onSuccess: onClose })
  }
  return (
    <FormBody action={t('account.factor.drop')} change={drop} onSubmit={submit} onClose={onClose}>
      <Text size="sm">{t('account.factor.dropHint')}</Text>
      <TextInput
        label={t('signIn.code')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoComplete="one-time-code"
        data-autofocus
      />
    </FormBody>
  )
}
