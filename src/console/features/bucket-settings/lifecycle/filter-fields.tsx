import { Fieldset, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BytesInput } from '../fields/bytes-input.tsx'
import { KeyValues } from '../fields/key-values.tsx'
import { flatFilter, withFilter, type FlatFilter, type RuleFieldsProps } from './rule.ts'

/** Which objects a rule is about: all conditions hold together. */
export function FilterFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('settings')
  const filter = flatFilter(rule)
  const put = (change: Partial<FlatFilter>) => onChange(withFilter(rule, { ...filter, ...change }))
  return (
    <Fieldset legend={t('lifecycle.filter')}>
      <Stack gap="sm">
        <TextInput
          label={t('fields.prefix')}
          description={t('fields.prefixHint')}
          placeholder="logs/"
          value={filter.prefix}
          onChange={(event) => put({ prefix: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <BytesInput
            label={t('lifecycle.largerThan')}
            value={filter.largerThan}
            onChange={(largerThan) => put({ largerThan })}
          />
          <BytesInput
            label={t('lifecycle.smallerThan')}
            value={filter.smallerThan}
            onChange={(smallerThan) => put({ smallerThan })}
          />
        </SimpleGrid>
        <KeyValues tags={filter.tags} onChange={(tags) => put({ tags })} />
      </Stack>
    </Fieldset>
  )
}
