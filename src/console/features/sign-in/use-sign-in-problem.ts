import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem.ts'
import { useProblemText } from '../../components/problem-text.ts'

/** The window in which wrong attempts are counted, where the server does not tell how long to wait. */
const longestWaitSeconds = 60

/** Words for what kept somebody from signing in. */
export function useSignInProblem(): (error: unknown, way: 'password' | 'passkey') => string {
  const { t } = useTranslation('shell')
  const textOf = useProblemText()
  return (error, way) => {
    if (!(error instanceof Problem)) return t(`signIn.problems.${wayOfBrowser(error)}`)
    if (error.code === 'SlowDown')
      return t('signIn.problems.slowDown', { count: error.retryAfterSeconds ?? longestWaitSeconds })
    if (error.code === 'AccessDenied')
      return t(way === 'passkey' ? 'signIn.problems.passkeyDenied' : 'signIn.problems.denied')
    return textOf(error)
  }
}

/** WebAuthn refuses places with a SecurityError; all else is the person's choice, or nothing to choose from. */
const wayOfBrowser = (error: unknown) =>
  error instanceof Error && error.name === 'SecurityError' ? 'passkeyPlace' : 'passkeyCancelled'
