import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/admin.ts'
import { NameForm } from './name-form.tsx'
import { addressOf, nameOf, parentOf, type Place } from './place.ts'
import { isFolder, type Row } from './row.ts'

interface Renaming {
  readonly place: Place
  readonly row: Row
  readonly title: string
  /** Begins to rename to this key, or prefix. */
  readonly onRename: (key: string) => Promise<void>
}

export function askName({ title, ...rest }: Renaming): void {
  const id = modals.open({ title, children: <RenameForm {...rest} onClose={() => modals.close(id)} /> })
}

type RenameFormProps = Omit<Renaming, 'title'> & { readonly onClose: () => void }

function RenameForm({ place, row, onRename, onClose }: RenameFormProps) {
  const { t } = useTranslation('browser')
  const rename = async (name: string): Promise<void> => {
    const key = `${parentOf(row.key)}${name}${isFolder(row) ? '/' : ''}`
    if (await isTaken(place, key)) throw new Error(t('rename.taken'))
    await onRename(key)
    onClose()
  }
  return (
    <NameForm
      label={t('rename.name')}
      description={t(isFolder(row) ? 'rename.hintFolder' : 'rename.hint')}
      action={t('rename.action')}
      name={nameOf(row.key)}
      onSubmit={rename}
      onClose={onClose}
    />
  )
}

/** An object by its key; a folder by whatever is in it. */
async function isTaken(place: Place, key: string): Promise<boolean> {
  const { objects } = await call('listObjects', { ...addressOf(place), prefix: key, limit: 1 })
  return key.endsWith('/') ? objects.length > 0 : objects[0]?.key === key
}
