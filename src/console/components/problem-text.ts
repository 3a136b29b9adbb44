import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { Problem } from '../api/problem.ts'

/** Words for an error: those of the catalogue for the codes that it knows, else the server's. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation()
  return (error) => {
    if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error)
    const known = `problems.${error.code}`
    return i18n.exists(known, { ns: 'common' }) ? t(known as never) : `${error.message} (${error.code})`
  }
}

/** Tells of an error in a corner of the page; for changes that have no place of their own for it. */
export function useTellProblem(): (error: unknown) => void {
  const { t } = useTranslation()
  const textOf = useProblemText()
  return (error) => {
    notifications.show({ color: 'red', title: t('problems.title'), message: textOf(error) })
  }
}
