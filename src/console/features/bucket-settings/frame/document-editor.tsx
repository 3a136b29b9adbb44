import { Alert, Box, Grid, Stack } from '@mantine/core'
import { CatchBoundary } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../api/problem.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { useUnsavedGuard } from '../../../components/use-unsaved-guard.tsx'
import { JsonEditor } from '../json/json-editor.tsx'
import { lineOfPlace } from '../json/line-of-path.ts'
import { DocumentButtons } from './document-buttons.tsx'
import { Editable } from './panel.tsx'
import { useDraft, type Draft } from './use-draft.ts'
import { useSaveSetting } from './use-save-setting.tsx'
import type { BucketPlace } from './bucket-place.ts'
import type { ReactNode } from 'react'
import type { SettingDocuments } from '../../../../admin/contract/setting-documents.ts'

export interface DocumentEditorProps<Name extends keyof SettingDocuments> {
  readonly place: BucketPlace
  readonly setting: Name
  readonly saved: SettingDocuments[Name] | null
  /** What one begins with where nothing is saved. */
  readonly initial: SettingDocuments[Name]
  /** Shows the document, and hands back another one for each change. Absent: it is only JSON. */
  readonly form?: (
    value: SettingDocuments[Name],
    onChange: (value: SettingDocuments[Name]) => void,
  ) => ReactNode
  /** Above the fields. */
  readonly tools?: (draft: Draft<SettingDocuments[Name]>) => ReactNode
  /** Its form says all there is, so that the JSON stays away. */
  readonly isFormOnly?: boolean
  /** Asks before what cannot be taken back, and goes on when that is confirmed. */
  readonly beforeSave?: (value: SettingDocuments[Name], goOn: () => void) => void
  /** It can be replaced only. */
  readonly isPermanent?: boolean
}

/** A document as a form with its JSON beside it; either changes the other. */
export function DocumentEditor<Name extends keyof SettingDocuments>(props: DocumentEditorProps<Name>) {
  const {
    place,
    setting,
    saved,
    initial,
    form,
    tools,
    isFormOnly = false,
    isPermanent = false,
    beforeSave,
  } = props
  const { t } = useTranslation('settings')
  const draft = useDraft(saved, initial)
  useUnsavedGuard(place.isEditable && draft.isChanged)
  const { save, isSaving, problem } = useSaveSetting(place, setting)
  const refused = problem instanceof Problem ? refusedLine(draft.text, problem) : undefined
  const saveAsked = (value: SettingDocuments[Name]) => {
    const goOn = () => save(value, isPermanent ? null : saved)
    if (beforeSave) beforeSave(value, goOn)
    else goOn()
  }
  const problemLine = draft.problem ?? refused
  const json = (
    <JsonEditor label={t('json.label')} value={draft.text} onChange={draft.setText} problem={problemLine} />
  )
  return (
    <Editable isEditable={place.isEditable}>
      <Stack gap="md">
        {tools?.(draft)}
        {form ? <FormBeside draft={draft} form={form} json={isFormOnly ? undefined : json} /> : json}
        {problem && !refused && <ProblemNotice error={problem} />}
        {place.isEditable && (
          <DocumentButtons
            draft={draft}
            isSaved={saved !== null}
            isSaving={isSaving}
            onSave={saveAsked}
            onRemove={saved && !isPermanent ? () => save(null, saved) : undefined}
          />
        )}
      </Stack>
    </Editable>
  )
}

function refusedLine(text: string, { message, place }: Problem) {
  return place === undefined
    ? undefined
    : { line: lineOfPlace(text, place), message: `${message} (${place})` }
}

interface FormBesideProps<Document extends object> {
  readonly draft: Draft<Document>
  readonly form: (value: Document, onChange: (value: Document) => void) => ReactNode
  readonly json: ReactNode
}

function FormBeside<Document extends object>({ draft, form, json }: FormBesideProps<Document>) {
  const shown = <FormOf draft={draft} form={form} />
  if (json === undefined) return shown
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 7 }}>{shown}</Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Box pos="sticky" top={68}>
          {json}
        </Box>
      </Grid.Col>
    </Grid>
  )
}

function FormOf<Document extends object>({ draft, form }: Omit<FormBesideProps<Document>, 'json'>) {
  const { t } = useTranslation('settings')
  const unfit = <Alert color="yellow">{t('json.noForm')}</Alert>
  if (!draft.value) return unfit
  return (
    <CatchBoundary getResetKey={() => draft.text} errorComponent={() => unfit}>
      <Shown value={draft.value} form={form} onChange={draft.setValue} />
    </CatchBoundary>
  )
}

interface ShownProps<Document> {
  readonly value: Document
  readonly form: (value: Document, onChange: (value: Document) => void) => ReactNode
  readonly onChange: (value: Document) => void
}

// A component of its own, so that what it throws is caught around it.
const Shown = <Document,>({ value, form, onChange }: ShownProps<Document>) => form(value, onChange)
