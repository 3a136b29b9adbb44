import type { SettingDocuments } from '../../../../admin/contract/setting-documents.ts'

/** What the form of a setting is given: the document, and where another one goes. */
export interface FormProps<Name extends keyof SettingDocuments> {
  readonly value: SettingDocuments[Name]
  readonly onChange: (value: SettingDocuments[Name]) => void
}
