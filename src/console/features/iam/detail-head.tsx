import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { CopyField } from '../../components/copy-field.tsx'
import { formatMoment } from '../../lib/format.ts'
import { IamLink } from './iam-link.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'

interface DetailHeadProps {
  readonly name: string
  readonly arn: string | undefined
  readonly created: string | undefined
  readonly description?: string | undefined
  /** Absent where it can't be deleted. */
  readonly onDelete?: (() => Promise<unknown>) | undefined
}

/** What something is, a way back to its list, and one to delete it. */
export function DetailHead({ name, arn, created, description, onDelete }: DetailHeadProps) {
  const { t } = useTranslation('iam')
  const { project, tab, isChangeable, open } = useIamPlace()
  const deletion = useIamAction(async () => {
    await onDelete?.()
    await open(tab)
  })
  const confirm = () =>
    confirmByTyping({
      title: t(`${tab}.delete`),
      children: t(`${tab}.deleteHint`),
      name,
      action: t(`${tab}.delete`),
      onConfirm: () => deletion.mutate(),
    })
  return (
    <Stack gap="xs">
      <IamLink project={project} tab={tab}>
        ← {t(`tabs.${tab}`)}
      </IamLink>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Title>
        {isChangeable && onDelete && (
          <Button
            size="xs"
            color="red"
            variant="light"
            leftSection={<IconTrash size={16} aria-hidden />}
            loading={deletion.isPending}
            onClick={confirm}
          >
            {t(`${tab}.delete`)}
          </Button>
        )}
      </Group>
      {description !== undefined && <Text size="sm">{description}</Text>}
      {created !== undefined && (
        <Text size="sm" c="dimmed">
          {t('detail.created', { moment: formatMoment(created) })}
        </Text>
      )}
      {arn !== undefined && <CopyField label={t('columns.arn')} value={arn} />}
    </Stack>
  )
}
