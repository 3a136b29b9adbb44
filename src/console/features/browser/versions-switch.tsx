import { ActionIcon, Group, Switch, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../admin/contract.ts'
import type { Place } from './place.ts'
import { useGoTo } from './use-place.ts'
import { rowsKey } from './use-rows.ts'

interface VersionsSwitchProps {
  readonly place: Place
  readonly versioning: OutputOf<'describeBucket'>['versioning']
}

/** Whether older versions and delete markers are listed, where there may be any; and reading all again. */
export function VersionsSwitch({ place, versioning }: VersionsSwitchProps) {
  const { t } = useTranslation('browser')
  const goTo = useGoTo()
  const client = useQueryClient()
  const isUseful = versioning !== 'off' || place.showVersions
  return (
    <Group gap="sm">
      {isUseful && (
        <Switch
          size="sm"
          label={t('versions.show')}
          checked={place.showVersions}
          onChange={(event) => goTo({ showVersions: event.currentTarget.checked })}
        />
      )}
      <Tooltip label={t('refresh')}>
        <ActionIcon
          variant="default"
          aria-label={t('refresh')}
          onClick={() => void client.resetQueries({ queryKey: rowsKey(place) })}
        >
          <IconRefresh size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
