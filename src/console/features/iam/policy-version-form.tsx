import { Button, Code, Group } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Queried } from '../../components/queried.tsx'
import { DocumentEditor } from './document-editor.tsx'
import { documentOf, iamQuery, useIamChange } from './iam-api.ts'
import { permissionTemplates } from './policy-templates.ts'
import { useIamPlace } from './use-iam-place.ts'

interface PolicyVersionFormProps {
  readonly arn: string
  readonly version: string
  readonly mayEdit: boolean
  readonly onSaved: () => void
}

/** A version's document; what it is changed into becomes another version, the default one. */
export function PolicyVersionForm({ arn, version, mayEdit, onSaved }: PolicyVersionFormProps) {
  const { t } = useTranslation('iam')
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const query = useQuery(iamQuery(project, 'GetPolicyVersion', { PolicyArn: arn, VersionId: version }))
  const [text, setText] = useState<string>()
  const saving = useMutation({
    mutationFn: (PolicyDocument: string) =>
      change('CreatePolicyVersion', { PolicyArn: arn, PolicyDocument, SetAsDefault: true }),
    onSuccess: onSaved,
  })
  return (
    <Queried query={query}>
      {({ PolicyVersion }) => {
        const document = documentOf(PolicyVersion?.Document)
        if (!mayEdit)
          return (
            <Code block tabIndex={0} style={{ overflowX: 'auto' }}>
              {document}
            </Code>
          )
        return (
          <>
            <DocumentEditor
              label={t('versions.document', { version })}
              value={text ?? document}
              onChange={setText}
              templates={permissionTemplates}
              error={saving.error}
            />
            <Group justify="flex-end">
              <Button
                size="xs"
                disabled={text === undefined || text === document}
                loading={saving.isPending}
                onClick={() => saving.mutate(text ?? document)}
              >
                {t('versions.save')}
              </Button>
            </Group>
          </>
        )
      }}
    </Queried>
  )
}
