import { Fieldset, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'

interface PanelProps {
  readonly title: string
  readonly hint: ReactNode
  readonly children: ReactNode
}

/** One room of the settings: its heading, what it is for, and its fields. */
export const Panel = ({ title, hint, children }: PanelProps) => (
  <Stack gap="md">
    <Stack gap={2}>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text size="sm" c="dimmed" maw={720}>
        {hint}
      </Text>
    </Stack>
    {children}
  </Stack>
)

/** A part of a room, under a heading of its own. */
export const Part = ({ title, hint, children }: PanelProps) => (
  <Stack gap="sm">
    <Stack gap={0}>
      <Title order={3} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed" maw={720}>
        {hint}
      </Text>
    </Stack>
    {children}
  </Stack>
)

interface EditableProps {
  readonly isEditable: boolean
  readonly children: ReactNode
}

/** Fields that can only be looked at where the role allows no change. */
export function Editable({ isEditable, children }: EditableProps) {
  const { t } = useTranslation('settings')
  return (
    <Fieldset variant="unstyled" disabled={!isEditable} miw={0} m={0} p={0} bd={0}>
      {!isEditable && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('frame.readOnly')}
        </Text>
      )}
      {children}
    </Fieldset>
  )
}
