import { Alert, Button, Group, Menu, Stack, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../../components/problem-text.ts'
import { useIamPlace } from './use-iam-place.ts'

interface DocumentEditorProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** By the keys of `templates` in the catalogue. */
  readonly templates: Readonly<Record<string, string>>
  /** What the server has against the document, or the rest of what was sent with it. */
  readonly error?: unknown
}

/** A policy as JSON, with templates to start from; what the server has against it is said below. */
export function DocumentEditor({ label, value, onChange, templates, error }: DocumentEditorProps) {
  const { isChangeable } = useIamPlace()
  const textOf = useProblemText()
  return (
    <Stack gap="xs">
      {isChangeable && <TemplateMenu templates={templates} onChange={onChange} />}
      <Textarea
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={syntaxProblem(value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
        autosize
        minRows={8}
        maxRows={24}
        spellCheck={false}
        readOnly={!isChangeable}
      />
      {error !== undefined && error !== null && (
        <Alert color="red" icon={<IconAlertTriangle />} role="alert">
          {textOf(error)}
        </Alert>
      )}
    </Stack>
  )
}

function TemplateMenu({ templates, onChange }: Pick<DocumentEditorProps, 'templates' | 'onChange'>) {
  const { t } = useTranslation('iam')
  return (
    <Group justify="flex-end">
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-xs" variant="default" rightSection={<IconChevronDown size={14} />}>
            {t('document.template')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {Object.entries(templates).map(([name, text]) => (
            <Menu.Item key={name} onClick={() => onChange(text)}>
              {t(`templates.${name}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}

/** In the browser's words, which name the place. */
function syntaxProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
