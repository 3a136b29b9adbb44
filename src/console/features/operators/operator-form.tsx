import { MultiSelect, PasswordInput, Select, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery, useAdminChange } from '../../api/queries.ts'
import { FormBody } from '../../components/form-modal.tsx'
import { leastPasswordLength } from '../../lib/password.ts'
import type { Operator } from './operator.ts'

const roles = ['operator', 'project-admin', 'viewer'] as const

interface OperatorFormProps {
  /** Without one: a new one. */
  readonly operator?: Operator
  readonly onClose: () => void
}

/** Makes an operator, or changes what one may do. */
export function OperatorForm({ operator, onClose }: OperatorFormProps) {
  const { t } = useTranslation('shell')
  const change = useAdminChange(operator ? 'changeOperator' : 'createOperator', [
    'listOperators',
    'listMembers',
  ])
  const form = useOperatorForm(operator)
  const names = (useQuery(adminQuery('listProjects')).data?.projects ?? []).map(({ name }) => name)
  const { role } = form.getValues()
  const submit = form.onSubmit(({ name, role, projects, password }) => {
    const input = {
      name: name.trim(),
      role,
      projects: role === 'operator' || projects.length === 0 ? null : projects,
      ...(password !== '' && { password }),
    }
    change.mutate(input, { onSuccess: onClose })
  })
  const passwordTexts = operator
    ? (['newPassword', 'newPasswordHint'] as const)
    : (['password', 'passwordHint'] as const)
  return (
    <FormBody
      action={operator ? t('common:actions.save') : t('common:actions.create')}
      change={change}
      onSubmit={submit}
      onClose={onClose}
    >
      {operator ? (
        <Text size="sm">{t('operators.changeHint', { name: operator.name })}</Text>
      ) : (
        <TextInput
          label={t('operators.name')}
          description={t('operators.nameHint')}
          autoComplete="off"
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
      )}
      <Select
        label={t('operators.role')}
        description={t(`operators.roleHints.${role}`)}
        data={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('role')}
      />
      {role !== 'operator' && (
        <MultiSelect
          label={t('operators.projects')}
          description={role === 'viewer' ? t('operators.projectsHint') : t('operators.projectsNeeded')}
          data={names}
          searchable
          {...form.getInputProps('projects')}
        />
      )}
      <PasswordInput
        label={t(`operators.${passwordTexts[0]}`)}
        description={t(`operators.${passwordTexts[1]}`)}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        {...form.getInputProps('password')}
      />
    </FormBody>
  )
}

function useOperatorForm(operator: Operator | undefined) {
  const { t } = useTranslation('shell')
  return useForm({
    initialValues: {
      name: operator?.name ?? '',
      role: operator?.role ?? ('project-admin' as const),
      projects: [...(operator?.projects ?? [])],
      password: '',
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('operators.nameMissing') : null),
      projects: (projects, { role }) =>
        role === 'project-admin' && projects.length === 0 ? t('operators.projectsNeeded') : null,
      password: (password) =>
        password !== '' && password.length < leastPasswordLength ? t('operators.short') : null,
    },
  })
}
