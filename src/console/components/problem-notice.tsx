import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from './problem-text.ts'

interface ProblemNoticeProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** What went wrong, in the place of what could not be shown. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation()
  const textOf = useProblemText()
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={t('problems.title')} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{textOf(error)}</Text>
        {onRetry && (
          <Button size="xs" variant="light" color="red" onClick={onRetry}>
            {t('actions.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
