import { Button, Group, Modal, Stack } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from './problem-notice.tsx'
import type { ComponentProps, ReactNode } from 'react'

interface OpenForm {
  readonly title: string
  readonly size?: string
  /** Is given what closes the dialog. It is outside of the router: it has no links. */
  readonly form: (close: () => void) => ReactNode
}

/** Opens a form in a dialog. */
export function openForm({ title, size = 'md', form }: OpenForm): void {
  const id = modals.open({ title, size, children: form(() => modals.close(id)) })
}

interface FormBodyProps {
  readonly action: string
  /** The call that the form leads to. */
  readonly change: { readonly isPending: boolean; readonly error: unknown }
  readonly onSubmit: NonNullable<ComponentProps<'form'>['onSubmit']>
  readonly onClose: () => void
  /** Whether something that has to be said is missing. */
  readonly isIncomplete?: boolean
  readonly children: ReactNode
}

/** The fields of a form in a dialog, why the server refused them, and its buttons. */
export function FormBody({ action, change, onSubmit, onClose, children, ...rest }: FormBodyProps) {
  const { t } = useTranslation()
  const { isIncomplete = false } = rest
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {children}
        {change.error !== null && <ProblemNotice error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending} disabled={isIncomplete}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface FormModalProps extends Omit<FormBodyProps, 'change' | 'onSubmit'> {
  readonly title: string
  readonly opened: boolean
  readonly onSubmit: () => void
  readonly isPending: boolean
  /** Why it was refused, unless the form says so at its place. */
  readonly error?: unknown
}

/** A form in a dialog that belongs to its page, for what leads to another one. */
export function FormModal({ title, opened, isPending, error = null, onSubmit, ...form }: FormModalProps) {
  const { t } = useTranslation()
  return (
    <Modal
      title={title}
      opened={opened}
      onClose={form.onClose}
      size="lg"
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <FormBody
        {...form}
        change={{ isPending, error }}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      />
    </Modal>
  )
}
