import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { Panel } from '../../components/panel.tsx'
import { DocumentEditor } from './document-editor.tsx'
import { useIamChange } from './iam-api.ts'
import { trustTemplates } from './policy-templates.ts'
import { useIamPlace } from './use-iam-place.ts'

interface TrustPolicyProps {
  readonly role: string
  readonly document: string
}

/** Who may assume a role. */
export function TrustPolicy({ role, document }: TrustPolicyProps) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const change = useIamChange(project)
  const { data } = useQuery(adminQuery('getProject', { name: project }))
  const [text, setText] = useState(document)
  const saving = useMutation({
    mutationFn: () => change('UpdateAssumeRolePolicy', { RoleName: role, PolicyDocument: text }),
    onSuccess: () => notifications.show({ color: 'green', message: t('trust.saved') }),
  })
  return (
    <Panel title={t('trust.title')} hint={t('trust.hint')}>
      <DocumentEditor
        label={t('trust.label')}
        value={text}
        onChange={setText}
        templates={trustTemplates(data?.id ?? 'ACCOUNT')}
        error={saving.error}
      />
      {isChangeable && (
        <Group justify="flex-end">
          <Button
            size="xs"
            disabled={text === document}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {t('trust.save')}
          </Button>
        </Group>
      )}
    </Panel>
  )
}
