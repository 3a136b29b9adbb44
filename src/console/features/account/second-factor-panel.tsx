import { Badge, Button, Group } from '@mantine/core'
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { openForm } from '../../components/form-modal.tsx'
import { Panel } from '../../components/panel.tsx'
import { BeginFactor } from './begin-factor.tsx'
import { DropFactor } from './drop-factor.tsx'

/** Codes of an authenticator app. */
export function SecondFactorPanel() {
  const { t } = useTranslation('shell')
  const { hasSecondFactor } = useSession()
  const begin = () => {
    openForm({
      title: t('account.factor.title'),
      form: (close) => <BeginFactor onClose={close} />,
    })
  }
  const drop = () => {
    openForm({
      title: t('account.factor.dropTitle'),
      form: (close) => <DropFactor onClose={close} />,
    })
  }
  return (
    <Panel
      title={t('account.factor.title')}
      hint={hasSecondFactor ? t('account.factor.on') : t('account.factor.off')}
    >
      <Group>
        <Badge
          variant="light"
          color={hasSecondFactor ? 'green' : 'gray'}
          leftSection={hasSecondFactor ? <IconShieldCheck size={14} /> : <IconShieldOff size={14} />}
        >
          {hasSecondFactor ? t('account.factor.stateOn') : t('account.factor.stateOff')}
        </Badge>
        <Button variant="default" size="xs" onClick={hasSecondFactor ? drop : begin}>
          {hasSecondFactor ? t('account.factor.drop') : t('account.factor.begin')}
        </Button>
      </Group>
    </Panel>
  )
}
