import { ModalsProvider } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'

/** Dialogs that any part of the console opens, with the words that they share. */
export function Modals({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <ModalsProvider
      labels={{ confirm: t('actions.confirm'), cancel: t('actions.cancel') }}
      modalProps={{ closeButtonProps: { 'aria-label': t('actions.close') } }}
    >
      {children}
    </ModalsProvider>
  )
}
