import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../../api/session.ts'
import { useAdminChange } from '../../../api/queries.ts'
import { Panel } from '../../../components/panel.tsx'
import { useTellProblem } from '../../../components/problem-text.ts'
import { inputOf } from '../object-place.ts'
import type { ObjectProps } from '../described-object.ts'

export function LegalHold({ place, object }: ObjectProps) {
  const { t } = useTranslation('object')
  const onError = useTellProblem()
  const change = useAdminChange('setLegalHold', ['describeObject'])
  const isAllowed = mayChange(useSession(), place.project)
  return (
    <Panel title={t('hold.title')} hint={t('hold.hint')}>
      <Switch
        label={t(object.legalHold ? 'hold.on' : 'hold.off')}
        checked={object.legalHold ?? false}
        disabled={!isAllowed || change.isPending}
        onChange={(event) =>
          change.mutate({ ...inputOf(place), isOn: event.currentTarget.checked }, { onError })
        }
      />
    </Panel>
  )
}
