import { Center, Loader, Skeleton, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/admin.ts'
import { useAdminChange } from '../../api/queries.ts'
import { CopyField } from '../../components/copy-field.tsx'
import { FormBody } from '../../components/form-modal.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { showSecret } from '../../components/show-secret.tsx'

const QrCode = lazy(() => import('../../components/qr-code.tsx').then(({ QrCode: it }) => ({ default: it })))

/** Shows a secret to an authenticator app, and asks for a code that proves it has it. */
export function BeginFactor({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell')
  const [code, setCode] = useState('')
  const begun = useQuery({
    queryKey: ['secret of the second factor'],
    queryFn: () => call('beginSecondFactor'),
    // Each makes the one before it worthless.
    staleTime: Infinity,
    gcTime: 0,
  })
  const confirm = useAdminChange('confirmSecondFactor', ['getSession'])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    confirm.mutate(
      { code: code.trim() },
      {
        onSuccess: ({ recoveryCodes }) => {
          onClose()
          showRecoveryCodes(recoveryCodes)
        },
      },
    )
  }
  const showRecoveryCodes = (codes: readonly string[]) => {
    const value = codes.join('\n')
    showSecret({
      title: t('account.factor.recoveryTitle'),
      fields: [{ label: t('account.factor.recoveryCodes'), value }],
      file: { name: 'seau-recovery-codes.txt', text: `${value}\n` },
      children: <Text size="sm">{t('account.factor.recovery')}</Text>,
    })
  }
  if (begun.error) return <ProblemNotice error={begun.error} />
  if (!begun.data) return <Loader />
  return (
    <FormBody action={t('account.factor.confirm')} change={confirm} onSubmit={submit} onClose={onClose}>
      <Text size="sm">{t('account.factor.scan')}</Text>
      <Center>
        <Suspense fallback={<Skeleton width={200} height={200} />}>
          <QrCode value={begun.data.url} label={t('account.factor.qr')} />
        </Suspense>
      </Center>
      <CopyField label={t('account.factor.secret')} value={begun.data.secret} />
      <TextInput
        label={t('account.factor.code')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        data-autofocus
      />
    </FormBody>
  )
}
