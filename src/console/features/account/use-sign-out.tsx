import { modals } from '@mantine/modals'
import { Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { endSession } from '../../api/session.ts'
import { useTellProblem } from '../../components/problem-text.ts'
import type { TFunction } from 'i18next'

/** Ends the session, and shows the sign-in. */
export function useSignOut(): (where: 'here' | 'everywhere') => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const tellProblem = useTellProblem()
  return (where) => {
    endSession(client, where)
      .then(() => navigate({ to: '/sign-in' }))
      .catch(tellProblem)
  }
}

/** Other browsers lose what they are doing. */
export function askBeforeEverywhere(t: TFunction<'shell'>, onConfirm: () => void): void {
  modals.openConfirmModal({
    title: t('everywhere.title'),
    children: <Text size="sm">{t('everywhere.text')}</Text>,
    labels: { confirm: t('person.signOutEverywhere'), cancel: t('common:actions.cancel') },
    onConfirm,
  })
}
