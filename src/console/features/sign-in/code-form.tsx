import { Anchor, Button, Group, PinInput, Stack, Text, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/admin.ts'
import { Problem } from '../../api/problem.ts'
import { useEnter } from './use-enter.ts'
import { useSignInProblem } from './use-sign-in-problem.ts'
import type { Claim } from './claim.ts'

interface CodeFormProps {
  readonly claim: Claim
  readonly onProblem: (problem: string | undefined) => void
  readonly onBack: () => void
}

/** Asks for a code of the app, or for one of the recovery codes. */
export function CodeForm({ claim, onProblem, onBack }: CodeFormProps) {
  const { t } = useTranslation('shell')
  const [isRecovery, setRecovery] = useState(false)
  const [code, setCode] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const enter = useEnter()
  const textOf = useSignInProblem()
  const tell = (error: unknown) => {
    const isWrong = error instanceof Problem && error.code === 'InvalidAuthenticationCode'
    onProblem(isWrong ? t('signIn.codeWrong') : textOf(error, 'password'))
    setCode('')
    setAttempt(attempt + 1)
  }
  const submit = (given: string) => {
    setBusy(true)
    onProblem(undefined)
    call('signIn', { ...claim, code: given.trim() })
      .then(enter)
      .catch(tell)
      .finally(() => setBusy(false))
  }
  const change = (wantsRecovery: boolean) => {
    setRecovery(wantsRecovery)
    setCode('')
  }
  return (
    <form
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        submit(code)
      }}
    >
      <Stack>
        {isRecovery ? (
          <TextInput
            label={t('signIn.recoveryCode')}
            description={t('signIn.recoveryHint')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="off"
            autoFocus
          />
        ) : (
          <AppCode key={attempt} value={code} onChange={setCode} onComplete={submit} />
        )}
        <Button type="submit" loading={isBusy} disabled={code.trim() === ''} fullWidth>
          {t('signIn.submit')}
        </Button>
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={() => change(!isRecovery)}>
            {isRecovery ? t('signIn.app') : t('signIn.recovery')}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            {t('signIn.back')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  )
}

interface AppCodeProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onComplete: (value: string) => void
}

function AppCode({ value, onChange, onComplete }: AppCodeProps) {
  const { t } = useTranslation('shell')
  return (
    <Stack gap={6} align="center">
      <Text size="sm" c="dimmed" ta="center">
        {t('signIn.codeHint')}
      </Text>
      <PinInput
        length={6}
        type="number"
        oneTimeCode
        autoFocus
        gap={6}
        value={value}
        onChange={onChange}
        onComplete={onComplete}
        aria-label={t('signIn.code')}
      />
    </Stack>
  )
}
