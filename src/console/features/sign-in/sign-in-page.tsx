import { Alert, Box, Center, Paper, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import picture from '../../seau.svg'
import { CodeForm } from './code-form.tsx'
import { OtherWays } from './other-ways.tsx'
import { PasswordForm } from './password-form.tsx'
import { SignInLanguage } from './sign-in-language.tsx'
import type { Claim } from './claim.ts'

export function SignInPage() {
  const { t } = useTranslation('shell')
  const { problem: brought } = useSearch({ from: '/sign-in' })
  const [claim, setClaim] = useState<Claim>()
  const [problem, setProblem] = useState(
    brought && t(`signIn.problems.${brought === 'AccessDenied' ? 'oidcDenied' : 'oidcFailed'}`),
  )
  useDocumentTitle(t('signIn.documentTitle'))
  return (
    <Center component="main" mih="100dvh" p="md">
      <Box w="100%" maw={380}>
        <Stack align="center" gap={4} mb="lg">
          <img src={picture} alt="" width={48} height={48} />
          <Title order={1} size="h2" ta="center">
            {claim ? t('signIn.codeTitle') : t('signIn.title')}
          </Title>
          {!claim && (
            <Text c="dimmed" size="sm" ta="center">
              {t('signIn.hint')}
            </Text>
          )}
        </Stack>
        <Paper withBorder p="lg" radius="md" shadow="sm">
          <Stack>
            {problem !== undefined && (
              <Alert color="red" role="alert" icon={<IconAlertTriangle />} title={t('signIn.problems.title')}>
                {problem}
              </Alert>
            )}
            {claim ? (
              <CodeForm claim={claim} onProblem={setProblem} onBack={() => setClaim(undefined)} />
            ) : (
              <>
                <PasswordForm onProblem={setProblem} onCodeAsked={setClaim} />
                <OtherWays onProblem={setProblem} />
              </>
            )}
          </Stack>
        </Paper>
        <SignInLanguage />
      </Box>
    </Center>
  )
}
