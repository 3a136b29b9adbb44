import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery, useAdminChange } from '../../../api/queries.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { Queried } from '../../../components/queried.tsx'

interface KeyChoiceProps {
  readonly project: string
  /** An ARN, or another name of a key; undefined: the project's own. */
  readonly value: string | undefined
  readonly onChange: (key: string | undefined) => void
}

/** A key of the project's key ring. */
export function KeyChoice({ project, value, onChange }: KeyChoiceProps) {
  const { t } = useTranslation('settings')
  const query = useQuery(adminQuery('listKmsKeys', { project }))
  const create = useAdminChange('createKmsKey', ['listKmsKeys'])
  return (
    <Queried query={query}>
      {({ keys }) => {
        const named = keys.find(({ id, arn, alias }) => [id, arn, alias].includes(value ?? null))
        const options = keys.map(({ arn, alias, id, status }) => ({
          value: arn,
          label: alias ?? id,
          disabled: status === 'disabled' && arn !== named?.arn,
        }))
        const unknown = value !== undefined && !named ? [{ value, label: value }] : []
        return (
          <Stack gap="xs">
            <Group align="flex-end" gap="xs">
              <NativeSelect
                label={t('encryption.key')}
                value={named?.arn ?? value ?? ''}
                onChange={(event) => onChange(event.currentTarget.value || undefined)}
                data={[{ value: '', label: t('encryption.ownKey') }, ...options, ...unknown]}
              />
              <Button
                variant="default"
                size="sm"
                loading={create.isPending}
                onClick={() => create.mutate({ project }, { onSuccess: ({ arn }) => onChange(arn) })}
              >
                {t('encryption.newKey')}
              </Button>
            </Group>
            <Text size="xs" c="dimmed">
              {t('encryption.keyHint')}
            </Text>
            {create.isError && <ProblemNotice error={create.error} />}
          </Stack>
        )
      }}
    </Queried>
  )
}
