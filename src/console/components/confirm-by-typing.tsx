import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface Confirmation {
  readonly title: string
  /** What will be lost. */
  readonly children: ReactNode
  /** What has to be typed. */
  readonly name: string
  readonly action: string
  readonly onConfirm: () => void
}

/** Asks for the name of what is to be destroyed before it is. */
export function confirmByTyping({ title, ...rest }: Confirmation): void {
  const id = modals.open({
    title,
    children: <TypedConfirmation {...rest} onClose={() => modals.close(id)} />,
  })
}

type Props = Omit<Confirmation, 'title'> & { readonly onClose: () => void }

function TypedConfirmation({ children, name, action, onConfirm, onClose }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const isRight = typed === name
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isRight) return
    onClose()
    onConfirm()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{children}</Text>
        <TextInput
          data-autofocus
          label={t('confirm.type', { name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit" color="red" disabled={!isRight}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
