import { Queried } from '../../../components/queried.tsx'
import { DocumentEditor, type DocumentEditorProps } from './document-editor.tsx'
import { useSetting } from './use-setting.ts'
import type { SettingDocuments } from '../../../../admin/contract/setting-documents.ts'

type SettingEditorProps<Name extends keyof SettingDocuments> = Omit<DocumentEditorProps<Name>, 'saved'>

/** The editor of a setting, once it is read; it begins anew whenever another document is saved. */
export function SettingEditor<Name extends keyof SettingDocuments>(props: SettingEditorProps<Name>) {
  const query = useSetting(props.place, props.setting)
  return (
    <Queried query={query}>
      {(saved) => <DocumentEditor key={JSON.stringify(saved)} {...props} saved={saved} />}
    </Queried>
  )
}
