import { Alert, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/admin.ts'
import { Problem } from '../../api/problem.ts'
import { adminQuery } from '../../api/queries.ts'
import { FormBody } from '../../components/form-modal.tsx'
import { newPasskeyCredential } from './passkey-browser.ts'

/** Has the browser make a passkey, under a name by which one knows the device again. */
export function AddPasskey({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell')
  const client = useQueryClient()
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: async () => {
      const credential = await newPasskeyCredential(await call('beginPasskey'))
      return call('addPasskey', { name: name.trim(), credential })
    },
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries({ queryKey: adminQuery('listPasskeys').queryKey })
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (name.trim() !== '') add.mutate()
  }
  // What the browser says of a refusal is not meant for people.
  const isOfBrowser = add.error !== null && !(add.error instanceof Problem)
  return (
    <FormBody
      action={t('account.passkeys.add')}
      change={{ isPending: add.isPending, error: isOfBrowser ? null : add.error }}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('account.passkeys.name')}
        description={t('account.passkeys.nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={128}
        required
        data-autofocus
      />
      {isOfBrowser && (
        <Alert color="red" role="alert">
          {t('account.passkeys.cancelled')}
        </Alert>
      )}
    </FormBody>
  )
}
