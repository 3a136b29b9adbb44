import { ActionIcon, Group, Progress, Text, Tooltip } from '@mantine/core'
import {
  IconCheck,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../components/problem-text.ts'
import { formatBytes } from '../../lib/format.ts'
import { uploadQueue } from './upload-queue.ts'
import { isUnderWay, type Upload } from './upload.ts'

const colours = {
  waiting: 'gray',
  sending: 'blue',
  paused: 'gray',
  failed: 'red',
  done: 'green',
} as const

/** An upload in the tray: its name, how far it has come, and what can be done about it. */
export function UploadRow({ upload }: { readonly upload: Upload }) {
  const { t } = useTranslation('browser')
  const { key, size, sent, state } = upload
  const percent = size === 0 ? Number(state === 'done') * 100 : (sent / size) * 100
  return (
    <div>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Text size="sm" truncate="start" title={`${upload.bucket}/${key}`} flex={1}>
          {key}
        </Text>
        <Actions upload={upload} />
      </Group>
      <Progress
        size="xs"
        value={percent}
        color={colours[state]}
        aria-label={t('upload.progressOf', { name: key })}
      />
      <Text size="xs" c="dimmed" truncate>
        <Standing upload={upload} /> · {formatBytes(sent)} / {formatBytes(size)}
      </Text>
    </div>
  )
}

function Standing({ upload: { state, problem } }: { readonly upload: Upload }) {
  const { t } = useTranslation('browser')
  const textOf = useProblemText()
  return state === 'failed' ? textOf(problem) : t(`upload.states.${state}`)
}

function Actions({ upload }: { readonly upload: Upload }) {
  const { t } = useTranslation('browser')
  const { state, key: name } = upload
  if (state === 'done') return <IconCheck size={18} color="var(--mantine-color-green-text)" aria-hidden />
  return (
    <Group gap={2} wrap="nowrap">
      {isUnderWay(upload) && (
        <Action
          label={t('upload.pause', { name })}
          icon={IconPlayerPause}
          onClick={() => uploadQueue.pause(upload)}
        />
      )}
      {state === 'paused' && (
        <Action
          label={t('upload.resume', { name })}
          icon={IconPlayerPlay}
          onClick={() => uploadQueue.resume(upload)}
        />
      )}
      {state === 'failed' && (
        <Action
          label={t('upload.retry', { name })}
          icon={IconRefresh}
          onClick={() => uploadQueue.resume(upload)}
        />
      )}
      <Action label={t('upload.cancel', { name })} icon={IconX} onClick={() => uploadQueue.cancel(upload)} />
    </Group>
  )
}

interface ActionProps {
  readonly label: string
  readonly icon: Icon
  readonly onClick: () => void
}

const Action = ({ label, icon: Picture, onClick }: ActionProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick}>
      <Picture size={16} />
    </ActionIcon>
  </Tooltip>
)
