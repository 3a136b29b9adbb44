import { modals } from '@mantine/modals'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/admin.ts'
import { putBytes } from '../uploads/put-bytes.ts'
import { NameForm } from './name-form.tsx'
import { addressOf, folderOf, type Place } from './place.ts'
import { refreshListings } from './refresh-listings.ts'

interface NewFolder {
  readonly place: Place
  readonly title: string
  /** Told its prefix. */
  readonly onMade: (prefix: string) => void
}

export function askNewFolder({ title, ...rest }: NewFolder): void {
  const id = modals.open({ title, children: <NewFolderForm {...rest} onClose={() => modals.close(id)} /> })
}

type NewFolderFormProps = Omit<NewFolder, 'title'> & { readonly onClose: () => void }

function NewFolderForm({ place, onMade, onClose }: NewFolderFormProps) {
  const { t } = useTranslation('browser')
  const client = useQueryClient()
  const make = async (name: string): Promise<void> => {
    const prefix = `${folderOf(place.prefix)}${name}/`
    await makeFolder(place, prefix)
    await refreshListings(client)
    onClose()
    onMade(prefix)
  }
  return (
    <NameForm
      label={t('folder.name')}
      description={t('folder.hint')}
      action={t('folder.action')}
      onSubmit={make}
      onClose={onClose}
    />
  )
}

/** A folder is an empty object whose key ends with a slash. */
async function makeFolder(place: Place, key: string): Promise<void> {
  const contentType = 'application/x-directory'
  const input = { ...addressOf(place), key, method: 'PUT', expiresInSeconds: 60, contentType } as const
  const { url } = await call('presignObject', input)
  await putBytes(url, new Blob(), {
    contentType,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
}
