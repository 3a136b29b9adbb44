import { ActionIcon, Menu, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import {
  IconDots,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconShieldOff,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { useSession } from '../../api/session.ts'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { openForm } from '../../components/form-modal.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { OperatorForm } from './operator-form.tsx'
import type { Operator } from './operator.ts'

/** What can be done with an operator; nobody locks out or deletes the account that one is signed in with. */
export function OperatorMenu({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation('shell')
  const { name, status, hasSecondFactor } = operator
  const isOwn = useSession().actor === `operator:${name}`
  const actions = useOperatorActions(operator)
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('operators.actionsOf', { name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={actions.change}>
          {t('operators.change')}
        </Menu.Item>
        {hasSecondFactor && (
          <Menu.Item leftSection={<IconShieldOff size={16} />} onClick={actions.resetFactor}>
            {t('operators.reset')}
          </Menu.Item>
        )}
        {!isOwn && (
          <>
            <Menu.Item
              leftSection={status === 'active' ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
              onClick={actions.toggleStatus}
            >
              {status === 'active' ? t('operators.disable') : t('operators.enable')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              c="var(--mantine-color-error)"
              leftSection={<IconTrash size={16} />}
              onClick={actions.remove}
            >
              {t('common:actions.delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function useOperatorActions(operator: Operator) {
  const { t } = useTranslation('shell')
  const tellProblem = useTellProblem()
  const change = useAdminChange('changeOperator', ['listOperators', 'listMembers'])
  const deletion = useAdminChange('deleteOperator', ['listOperators', 'listMembers'])
  const { name, status } = operator
  const told = { onError: tellProblem }
  return {
    change: () => {
      const title = t('operators.changeTitle', { name })
      openForm({ title, form: (close) => <OperatorForm operator={operator} onClose={close} /> })
    },
    toggleStatus: () => {
      change.mutate({ name, status: status === 'active' ? 'disabled' : 'active' }, told)
    },
    resetFactor: () => {
      modals.openConfirmModal({
        title: t('operators.resetTitle', { name }),
        children: <Text size="sm">{t('operators.resetHint', { name })}</Text>,
        labels: { confirm: t('operators.reset'), cancel: t('common:actions.cancel') },
        onConfirm: () => {
          change.mutate({ name, dropSecondFactor: true }, told)
        },
      })
    },
    remove: () => {
      confirmByTyping({
        title: t('operators.deleteTitle', { name }),
        children: t('operators.deleteHint'),
        name,
        action: t('common:actions.delete'),
        onConfirm: () => {
          deletion.mutate({ name }, told)
        },
      })
    },
  }
}
