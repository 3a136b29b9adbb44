import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const toTargets = ['notify', 'replicate'] as const

/** What a job is called, and what it does in words. */
export function JobName({ name }: { readonly name: string }) {
  const { t, i18n } = useTranslation('activity')
  const kind = toTargets.find((one) => name.startsWith(`${one}-`))
  const known = `jobs.names.${kind ?? name}`
  return (
    <>
      <Text size="sm" fw={500}>
        {name}
      </Text>
      {i18n.exists(known, { ns: 'activity' }) && (
        <Text size="xs" c="dimmed" maw={320}>
          {t(known as never)}
        </Text>
      )}
    </>
  )
}
