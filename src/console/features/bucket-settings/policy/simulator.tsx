import { Autocomplete, Button, NativeSelect, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/admin.ts'
import { adminQuery } from '../../../api/queries.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import {
  askerKinds,
  commonActions,
  firstQuestion,
  inputOf,
  isAboutObjects,
  isNamed,
  type Question,
} from './question.ts'
import { Verdict } from './verdict.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** May this key, user or role do this on that? Answered as a request would be, by what is saved. */
export function Simulator({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  const { data: keys } = useQuery(adminQuery('listKeys', { project: place.project }))
  const form = useForm<Question>({
    initialValues: firstQuestion,
    validate: {
      who: (who, { kind }) => isNamed(kind) && who.trim() === '' && t('simulator.whoMissing'),
      key: (key, { action }) => key === '' && isAboutObjects(action) && t('simulator.keyMissing'),
    },
  })
  const ask = useMutation({
    mutationFn: (question: Question) => call('simulateAccess', inputOf(place, question)),
  })
  const { kind } = form.values
  return (
    <Stack gap="md">
      <form onSubmit={form.onSubmit((question) => ask.mutate(question))}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            <NativeSelect
              label={t('simulator.asker')}
              data={askerKinds.map((value) => ({ value, label: t(`simulator.kinds.${value}`) }))}
              {...form.getInputProps('kind')}
            />
            {isNamed(kind) && (
              <Autocomplete
                label={t(`simulator.who.${kind}`)}
                data={kind === 'access-key' ? (keys?.keys.map(({ id }) => id) ?? []) : []}
                {...form.getInputProps('who')}
              />
            )}
            <Autocomplete
              label={t('simulator.action')}
              data={commonActions}
              {...form.getInputProps('action')}
            />
            <TextInput
              label={t('simulator.key')}
              placeholder="reports/2026.pdf"
              {...form.getInputProps('key')}
            />
            <TextInput
              label={t('simulator.address')}
              placeholder="192.0.2.1"
              {...form.getInputProps('address')}
            />
          </SimpleGrid>
          <Switch label={t('simulator.secure')} {...form.getInputProps('isSecure', { type: 'checkbox' })} />
          <Button type="submit" variant="default" loading={ask.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('simulator.ask')}
          </Button>
        </Stack>
      </form>
      {ask.isError && <ProblemNotice error={ask.error} />}
      {ask.data && <Verdict explanation={ask.data} />}
    </Stack>
  )
}
