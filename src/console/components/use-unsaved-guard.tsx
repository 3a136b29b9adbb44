import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Asks before one goes elsewhere and leaves a change behind that is not saved. */
export function useUnsavedGuard(isChanged: boolean): void {
  const { t } = useTranslation()
  const askToStay = () =>
    new Promise<boolean>((resolve) => {
      modals.openConfirmModal({
        title: t('unsaved.title'),
        children: <Text size="sm">{t('unsaved.text')}</Text>,
        labels: { confirm: t('unsaved.leave'), cancel: t('unsaved.stay') },
        confirmProps: { color: 'red' },
        onConfirm: () => resolve(false),
        // Comes behind the confirmation, too, and is too late then.
        onClose: () => resolve(true),
      })
    })
  useBlocker({ disabled: !isChanged, enableBeforeUnload: isChanged, shouldBlockFn: askToStay })
}
