import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/admin.ts'
import { Problem } from '../../api/problem.ts'
import { useEnter } from './use-enter.ts'
import { useSignInProblem } from './use-sign-in-problem.ts'
import type { Claim } from './claim.ts'

interface PasswordFormProps {
  readonly onProblem: (problem: string | undefined) => void
  readonly onCodeAsked: (claim: Claim) => void
}

export function PasswordForm({ onProblem, onCodeAsked }: PasswordFormProps) {
  const { t } = useTranslation('shell')
  const [isBusy, setBusy] = useState(false)
  const enter = useEnter()
  const textOf = useSignInProblem()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', password: '' },
    validate: { name: isNotEmpty(), password: isNotEmpty() },
  })
  const submit = async (claim: Claim) => {
    setBusy(true)
    onProblem(undefined)
    try {
      await enter(await call('signIn', claim))
    } catch (error) {
      if (error instanceof Problem && error.code === 'InvalidAuthenticationCode') onCodeAsked(claim)
      else onProblem(textOf(error, 'password'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={form.onSubmit((claim) => void submit(claim))}>
      <Stack>
        <TextInput
          label={t('signIn.name')}
          placeholder={t('signIn.nameHint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
          withAsterisk={false}
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={isBusy} fullWidth>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}
