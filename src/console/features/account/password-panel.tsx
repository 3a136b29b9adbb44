import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { hasLength, isNotEmpty, matchesField, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isDenied } from '../../api/problem.ts'
import { useAdminChange } from '../../api/queries.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { leastPasswordLength } from '../../lib/password.ts'

export function PasswordPanel({ name }: { readonly name: string }) {
  const { t } = useTranslation('shell')
  const client = useQueryClient()
  const navigate = useNavigate()
  const change = useAdminChange('changePassword', [])
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '', newPassword: '', again: '' },
    validate: {
      password: isNotEmpty(t('account.password.wrong')),
      newPassword: hasLength({ min: leastPasswordLength }, t('account.password.short')),
      again: matchesField('newPassword', t('account.password.mismatch')),
    },
  })
  const submit = form.onSubmit(({ password, newPassword }) => {
    change.mutate(
      { password, newPassword },
      {
        onError: (error) => {
          if (isDenied(error)) form.setFieldError('password', t('account.password.wrong'))
        },
        onSuccess: () => {
          notifications.show({ message: t('account.password.changed'), color: 'green' })
          client.clear()
          void navigate({ to: '/sign-in', search: { back: '/account' } })
        },
      },
    )
  })
  const field = (path: 'password' | 'newPassword' | 'again') => ({
    key: form.key(path),
    visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') },
    ...form.getInputProps(path),
  })
  return (
    <Panel title={t('account.password.title')} hint={t('account.password.hint')}>
      <form onSubmit={submit} noValidate>
        <input type="text" name="username" value={name} autoComplete="username" readOnly hidden />
        <Stack maw={420}>
          <PasswordInput
            label={t('account.password.old')}
            autoComplete="current-password"
            {...field('password')}
          />
          <PasswordInput
            label={t('account.password.new')}
            description={t('account.password.newHint')}
            autoComplete="new-password"
            {...field('newPassword')}
          />
          <PasswordInput
            label={t('account.password.again')}
            autoComplete="new-password"
            {...field('again')}
          />
          {change.error !== null && !isDenied(change.error) && <ProblemNotice error={change.error} />}
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('account.password.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}
