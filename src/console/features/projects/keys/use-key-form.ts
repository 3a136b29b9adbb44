import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { newKeyValues, type KeyValues } from './key-values.ts'

/** The form for a new key; what only the server can know it says itself. */
export function useKeyForm() {
  const { t } = useTranslation('projects')
  const unless = (isRight: boolean, message: string) => (isRight ? null : t(message))
  return useForm<KeyValues>({
    initialValues: newKeyValues,
    validate: {
      bucket: (bucket, { reach }) => unless(!isConfined(reach) || bucket !== '', 'key.bucketMissing'),
      prefix: (prefix, { reach }) => unless(reach !== 'prefix' || prefix !== '', 'key.prefixMissing'),
      policy: (policy, { reach }) => unless(reach !== 'policy' || isJson(policy), 'key.policyWrong'),
      date: (date, { lifetime }) =>
        unless(lifetime !== 'date' || Date.parse(date) > Date.now(), 'key.dateWrong'),
    },
  })
}

export type KeyForm = ReturnType<typeof useKeyForm>

const isConfined = (reach: string) => reach === 'bucket' || reach === 'prefix'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
