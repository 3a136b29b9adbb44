import { Button, Group, NumberInput, SimpleGrid, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { SizeInput } from '../../../components/size-input.tsx'
import { parseSize, sizeText } from '../../../lib/size.ts'
import { bucketOf, type BucketPlace } from '../frame/bucket-place.ts'
import { Editable, Part } from '../frame/panel.tsx'
import type { OutputOf } from '../../../../admin/contract.ts'

interface QuotaFormProps {
  readonly place: BucketPlace
  readonly quota: OutputOf<'describeBucket'>['quota']
}

/** How much the bucket may hold; an empty field is no bound. */
export function QuotaForm({ place, quota }: QuotaFormProps) {
  const { t } = useTranslation('settings')
  const change = useAdminChange('limitBucket', ['describeBucket', 'listBuckets'])
  const form = useForm<{ size: string; objects: number | '' }>({
    initialValues: {
      size: quota.bytes === null ? '' : sizeText(quota.bytes),
      objects: quota.objects ?? '',
    },
    validate: {
      size: (text) => text.trim() !== '' && parseSize(text) === undefined && t('common:size.wrong'),
    },
  })
  const save = form.onSubmit(({ size, objects }) =>
    change.mutate(
      { ...bucketOf(place), bytes: parseSize(size) ?? null, objects: objects === '' ? null : objects },
      { onSuccess: () => notifications.show({ color: 'teal', message: t('frame.saved') }) },
    ),
  )
  return (
    <Part title={t('quota.title')} hint={t('quota.hint')}>
      <Editable isEditable={place.isEditable}>
        <form onSubmit={save} noValidate>
          <Stack gap="sm">
            <SimpleGrid cols={{ base: 1, sm: 2 }} maw={640}>
              <SizeInput label={t('quota.bytes')} {...form.getInputProps('size')} />
              <NumberInput
                label={t('quota.objects')}
                min={0}
                allowDecimal={false}
                thousandSeparator=" "
                {...form.getInputProps('objects')}
              />
            </SimpleGrid>
            {change.isError && <ProblemNotice error={change.error} />}
            {place.isEditable && (
              <Group>
                <Button type="submit" size="sm" loading={change.isPending}>
                  {t('common:actions.save')}
                </Button>
              </Group>
            )}
          </Stack>
        </form>
      </Editable>
    </Part>
  )
}
