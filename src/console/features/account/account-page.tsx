import { Alert, Stack } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { Page } from '../../components/page.tsx'
import { hasAccount, nameOf } from './actor-name.ts'
import { PasskeysPanel } from './passkeys-panel.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { SecondFactorPanel } from './second-factor-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'

/** What concerns oneself. */
export function AccountPage() {
  const { t } = useTranslation('shell')
  const { actor, role } = useSession()
  return (
    <Page
      title={t('pages.account')}
      hint={t('account.hint', { name: nameOf(actor), role: t(`roles.${role}`) })}
    >
      <Stack maw={860}>
        {hasAccount(actor) ? (
          <>
            <PasswordPanel name={nameOf(actor)} />
            <SecondFactorPanel />
            <PasskeysPanel />
          </>
        ) : (
          <Alert icon={<IconKey />} title={t('account.rootTitle')}>
            {t('account.root')}
          </Alert>
        )}
        <SessionsPanel />
      </Stack>
    </Page>
  )
}
