import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface ErrorMeaningProps {
  readonly code: string
  readonly status: number
}

const firstServerError = 500

/** What an error's code means, and what to do about it. */
export function ErrorMeaning({ code, status }: ErrorMeaningProps) {
  const { t, i18n } = useTranslation('activity')
  const others = status >= firstServerError ? 'ofServer' : 'ofClient'
  const entry = i18n.exists(`errors.${code}.means`, { ns: 'activity' }) ? code : others
  return (
    <Alert color="orange" icon={<IconAlertTriangle />} title={code}>
      <Text size="sm">{t(`errors.${entry}.means`)}</Text>
      <Text size="sm" fw={500} mt={4}>
        {t(`errors.${entry}.todo`)}
      </Text>
    </Alert>
  )
}
