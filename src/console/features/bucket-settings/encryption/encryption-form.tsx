import { Radio, Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeyChoice } from './key-choice.tsx'
import type { FormProps } from '../frame/form-props.ts'

type Rule = NonNullable<FormProps<'encryption'>['value']['Rules']>[number]

const algorithms = ['AES256', 'aws:kms'] as const

interface EncryptionFormProps extends FormProps<'encryption'> {
  readonly project: string
}

/** The one rule that a bucket has. */
export function EncryptionForm({ project, value, onChange }: EncryptionFormProps) {
  const { t } = useTranslation('settings')
  const rule = value.Rules?.[0] ?? {}
  const byDefault = rule.ApplyServerSideEncryptionByDefault
  const put = (change: Partial<Rule>) => onChange({ Rules: [{ ...rule, ...change }] })
  const choose = (chosen: string) => {
    const SSEAlgorithm = algorithms.find((each) => each === chosen)
    if (SSEAlgorithm) put({ ApplyServerSideEncryptionByDefault: { SSEAlgorithm } })
  }
  const chooseKey = (key: string | undefined) =>
    put({
      ApplyServerSideEncryptionByDefault: {
        SSEAlgorithm: 'aws:kms',
        ...(key !== undefined && { KMSMasterKeyID: key }),
      },
    })
  const blocked = rule.BlockedEncryptionTypes?.EncryptionType?.includes('SSE-C') ?? false
  return (
    <Stack gap="md">
      <Radio.Group label={t('encryption.label')} value={byDefault?.SSEAlgorithm ?? ''} onChange={choose}>
        <Stack gap="sm" mt="xs">
          <Radio value="AES256" label={t('encryption.s3')} description={t('encryption.s3Hint')} />
          <Radio value="aws:kms" label={t('encryption.kms')} description={t('encryption.kmsHint')} />
        </Stack>
      </Radio.Group>
      {byDefault?.SSEAlgorithm === 'aws:kms' && (
        <KeyChoice project={project} value={byDefault.KMSMasterKeyID} onChange={chooseKey} />
      )}
      <Switch
        label={t('encryption.blockCustomer')}
        description={t('encryption.blockCustomerHint')}
        checked={blocked}
        onChange={(event) =>
          put({
            BlockedEncryptionTypes: { EncryptionType: [event.currentTarget.checked ? 'SSE-C' : 'NONE'] },
          })
        }
      />
    </Stack>
  )
}
