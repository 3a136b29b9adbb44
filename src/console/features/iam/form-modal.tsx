import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../components/problem-text.ts'
import type { ReactNode } from 'react'

interface FormModalProps {
  readonly title: string
  readonly opened: boolean
  readonly onClose: () => void
  readonly onSubmit: () => void
  /** On the button that submits. */
  readonly action: string
  readonly isPending: boolean
  readonly isIncomplete?: boolean
  /** Why it was refused, unless the form says so at its place. */
  readonly error?: unknown
  readonly children: ReactNode
}

/** A form in a window of its own. */
export function FormModal({ title, opened, onClose, onSubmit, children, ...rest }: FormModalProps) {
  const { t } = useTranslation()
  const textOf = useProblemText()
  const { action, isPending, isIncomplete = false, error } = rest
  return (
    <Modal
      title={title}
      opened={opened}
      onClose={onClose}
      size="lg"
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <Stack gap="sm">
          {children}
          {error !== undefined && error !== null && (
            <Alert color="red" icon={<IconAlertTriangle />} role="alert">
              {textOf(error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('actions.cancel')}
            </Button>
            <Button type="submit" loading={isPending} disabled={isIncomplete}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
