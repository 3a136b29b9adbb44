import { TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentEditor } from './document-editor.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { documentOf, iamQuery, useIamChange } from './iam-api.ts'
import { permissionTemplates } from './policy-templates.ts'
import { inActions, whose, type Principal } from './principal.ts'
import { useIamPlace } from './use-iam-place.ts'

interface InlinePolicyFormProps {
  readonly principal: Principal
  /** Undefined: a new one. */
  readonly name: string | undefined
  readonly onClose: () => void
}

/** One policy of a user, group or role, to be read and changed. */
export function InlinePolicyForm({ principal, name, onClose }: InlinePolicyFormProps) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const change = useIamChange(project)
  const word = inActions[principal.kind]
  const [newName, setNewName] = useState('')
  const [text, setText] = useState<string>()
  const { data, error } = useQuery({
    ...iamQuery(project, `Get${word}Policy`, { ...whose(principal), PolicyName: name ?? '' }),
    enabled: name !== undefined,
  })
  const current = name === undefined ? permissionTemplates.readBucket : documentOf(data?.PolicyDocument)
  const document = text ?? current
  const saving = useMutation({
    mutationFn: () =>
      change(`Put${word}Policy`, {
        ...whose(principal),
        PolicyName: name ?? newName,
        PolicyDocument: document,
      }),
    onSuccess: onClose,
  })
  return (
    <FormModal
      opened
      title={name ?? t('inline.create')}
      action={t('actions.save', { ns: 'common' })}
      isPending={saving.isPending}
      isIncomplete={!isChangeable || (name ?? newName) === ''}
      onSubmit={() => saving.mutate()}
      onClose={onClose}
    >
      {name === undefined && (
        <TextInput
          data-autofocus
          required
          label={t('columns.name')}
          value={newName}
          onChange={(event) => setNewName(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
      <DocumentEditor
        label={t('document.label')}
        value={document}
        onChange={setText}
        templates={permissionTemplates}
        error={saving.error ?? error}
      />
    </FormModal>
  )
}
