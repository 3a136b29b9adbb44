import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import type { Draft } from './use-draft.ts'

interface DocumentButtonsProps<Document extends object> {
  readonly draft: Draft<Document>
  readonly isSaved: boolean
  readonly isSaving: boolean
  readonly onSave: (value: Document) => void
  readonly onRemove?: (() => void) | undefined
}

/** Without members, or with a list that is empty. */
function saysNothing(document: object): boolean {
  const members: readonly unknown[] = Object.values(document)
  return members.length === 0 || members.some((member) => Array.isArray(member) && member.length === 0)
}

/** Saves, forgets or removes what is written. */
export function DocumentButtons<Document extends object>(props: DocumentButtonsProps<Document>) {
  const { draft, isSaved, isSaving, onSave, onRemove } = props
  const { t } = useTranslation('settings')
  const { value, isChanged, reset } = draft
  // Removing can be undone from the notice that follows it.
  const askToRemove = () =>
    modals.openConfirmModal({
      title: t('frame.removeTitle'),
      children: <Text size="sm">{t('frame.removeHint')}</Text>,
      labels: { confirm: t('frame.remove'), cancel: t('common:actions.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => onRemove?.(),
    })
  return (
    <Group gap="xs">
      <Button
        size="sm"
        loading={isSaving}
        disabled={!value || (!isChanged && (isSaved || saysNothing(value)))}
        onClick={() => value && onSave(value)}
      >
        {t('common:actions.save')}
      </Button>
      {isChanged && (
        <Button size="sm" variant="default" onClick={reset}>
          {t('frame.discard')}
        </Button>
      )}
      {onRemove && (
        <Button size="sm" variant="subtle" color="red" onClick={askToRemove} ml="auto">
          {t('frame.remove')}
        </Button>
      )}
    </Group>
  )
}
