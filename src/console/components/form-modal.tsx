import { Button, Group, Stack } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from './problem-notice.tsx'
import type { ComponentProps, ReactNode } from 'react'

interface FormModal {
  readonly title: string
  readonly size?: string
  /** Is given what closes the dialog. It is outside of the router: it has no links. */
  readonly form: (close: () => void) => ReactNode
}

/** Opens a form in a dialog. */
export function openForm({ title, size = 'md', form }: FormModal): void {
  const id = modals.open({ title, size, children: form(() => modals.close(id)) })
}

interface FormBodyProps {
  readonly action: string
  /** The call that the form leads to. */
  readonly change: { readonly isPending: boolean; readonly error: unknown }
  readonly onSubmit: NonNullable<ComponentProps<'form'>['onSubmit']>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The fields of a form in a dialog, why the server refused them, and its buttons. */
export function FormBody({ action, change, onSubmit, onClose, children }: FormBodyProps) {
  const { t } = useTranslation()
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {children}
        {change.error !== null && <ProblemNotice error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
