import { List, Text, TextInput, ThemeIcon, VisuallyHidden, type TextInputProps } from '@mantine/core'
import { IconCheck, IconPoint, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { bucketNameRuleNames, bucketNameRules, type BucketNameRule } from './bucket-name-rules.ts'

/** The name of a new bucket, with S3's rules and which of them it keeps. */
export function BucketNameField({ value = '', ...props }: TextInputProps & { readonly value?: string }) {
  const { t } = useTranslation('projects')
  return (
    <div>
      <TextInput label={t('createBucket.name')} value={value} autoComplete="off" {...props} />
      <List size="xs" spacing={2} mt="xs" listStyleType="none" center aria-label={t('bucketRule.title')}>
        {bucketNameRuleNames.map((rule) => (
          <Rule key={rule} rule={rule} name={value} />
        ))}
      </List>
    </div>
  )
}

function Rule({ rule, name }: { readonly rule: BucketNameRule; readonly name: string }) {
  const { t } = useTranslation('projects')
  const isUntold = name === ''
  const isKept = bucketNameRules[rule](name)
  const Picture = isKept ? IconCheck : IconX
  return (
    <List.Item
      icon={
        <ThemeIcon size={16} radius="xl" variant="light" color={isUntold ? 'gray' : isKept ? 'green' : 'red'}>
          {isUntold ? <IconPoint size={12} /> : <Picture size={12} />}
        </ThemeIcon>
      }
    >
      <Text size="xs" c="dimmed">
        {t(`bucketRule.${rule}`)}
        {!isUntold && <VisuallyHidden>{t(isKept ? 'bucketRule.kept' : 'bucketRule.broken')}</VisuallyHidden>}
      </Text>
    </List.Item>
  )
}
