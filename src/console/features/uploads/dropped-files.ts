/** A file and where it lay in what was chosen: `photos/2024/a.jpg`. */
export interface ChosenFile {
  readonly file: File
  readonly path: string
}

/** Files of an input; those of a folder come with their path. */
export const chosenFiles = (files: FileList): readonly ChosenFile[] =>
  Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name }))

/** All files of what was dropped, those in folders too. The transfer can only be read during the event, hence not an async function. */
export function droppedFiles(transfer: DataTransfer): Promise<readonly ChosenFile[]> {
  return Promise.all(Array.from(transfer.items, filesOf)).then((found) => found.flat())
}

/** What has no entry is not of the file system: a picture of another page, for one. */
function filesOf(item: DataTransferItem): Promise<readonly ChosenFile[]> {
  const entry = item.webkitGetAsEntry()
  if (entry) return filesBelow(entry)
  const file = item.getAsFile()
  return Promise.resolve(file ? [{ file, path: file.name }] : [])
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  if (isFile(entry)) return [{ file: await fileOf(entry), path: entry.fullPath.replace(/^\//, '') }]
  if (!isDirectory(entry)) return []
  const below = await Promise.all((await entriesOf(entry)).map(filesBelow))
  return below.flat()
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject)
  })

/** A reader answers some entries at a time, and none at the end. */
async function entriesOf(directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader()
  const read = () =>
    new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
  const all: FileSystemEntry[] = []
  for (let some = await read(); some.length > 0; some = await read()) all.push(...some)
  return all
}
