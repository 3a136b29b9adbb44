import { Button, Divider, Stack } from '@mantine/core'
import { IconFingerprint, IconLogin2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { canUsePasskeys, passkeyCredential } from '../account/passkey-browser.ts'
import { call } from '../../api/admin.ts'
import { useEnter } from './use-enter.ts'
import { useSignInProblem } from './use-sign-in-problem.ts'

const oidcAddress = '/admin/session/oidc'

/** Passkeys where the browser has them, and the provider that vouches for operators, if there is one. */
export function OtherWays({ onProblem }: { readonly onProblem: (problem: string | undefined) => void }) {
  const { t } = useTranslation('shell')
  const oidc = useQuery(adminQuery('getSignInOptions')).data?.oidc ?? null
  const hasPasskeys = canUsePasskeys()
  if (!hasPasskeys && oidc === null) return null
  return (
    <Stack gap="xs">
      <Divider label={t('signIn.or')} />
      {oidc !== null && (
        <Button
          component="a"
          href={oidcAddress}
          variant="default"
          fullWidth
          leftSection={<IconLogin2 size={18} aria-hidden />}
        >
          {t('signIn.oidc', { host: oidc })}
        </Button>
      )}
      {hasPasskeys && <PasskeyButton onProblem={onProblem} />}
    </Stack>
  )
}

function PasskeyButton({ onProblem }: { readonly onProblem: (problem: string | undefined) => void }) {
  const { t } = useTranslation('shell')
  const [isBusy, setBusy] = useState(false)
  const enter = useEnter()
  const textOf = useSignInProblem()
  const signIn = async () => {
    setBusy(true)
    onProblem(undefined)
    try {
      const credential = await passkeyCredential(await call('beginPasskeySignIn'))
      await enter(await call('signInByPasskey', { credential }))
    } catch (error) {
      onProblem(textOf(error, 'passkey'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant="default"
      fullWidth
      loading={isBusy}
      leftSection={<IconFingerprint size={18} aria-hidden />}
      onClick={() => void signIn()}
    >
      {t('signIn.passkey')}
    </Button>
  )
}
