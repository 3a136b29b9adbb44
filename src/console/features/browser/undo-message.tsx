import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface UndoMessageProps {
  readonly text: string
  /** Undefined: it cannot be undone. */
  readonly onUndo: (() => void) | undefined
}

export function UndoMessage({ text, onUndo }: UndoMessageProps) {
  const { t } = useTranslation('browser')
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      {onUndo && (
        <Button size="compact-sm" variant="light" onClick={onUndo}>
          {t('delete.undo')}
        </Button>
      )}
    </Group>
  )
}
