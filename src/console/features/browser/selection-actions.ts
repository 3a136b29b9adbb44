import {
  IconArrowBackUp,
  IconCopy,
  IconCursorText,
  IconDownload,
  IconExternalLink,
  IconFolderSymlink,
  IconHistory,
  IconShare,
  IconTrash,
  type Icon,
} from '@tabler/icons-react'
import { isFolder, type Row } from './row.ts'

/** What of a selection decides what can be done with it. */
interface SelectionFacts {
  readonly canChange: boolean
  readonly isSingle: boolean
  readonly hasFolder: boolean
  /** Objects and folders, no versions. */
  readonly areCurrent: boolean
  readonly areVersions: boolean
  readonly areLatestMarkers: boolean
  readonly hasMarker: boolean
  readonly hasLatest: boolean
}

interface Offer {
  readonly icon: Icon
  /** Of the keyboard, as long as the listing has it. */
  readonly key?: string
  /** Also for those who may only read. */
  readonly isForReaders?: boolean
  readonly isDestructive?: boolean
  readonly fits: (facts: SelectionFacts) => boolean
}

const isOneVersion = ({ isSingle, areVersions, hasMarker }: SelectionFacts) =>
  isSingle && areVersions && !hasMarker

const offers = {
  open: {
    icon: IconExternalLink,
    isForReaders: true,
    fits: ({ isSingle, hasMarker }) => isSingle && !hasMarker,
  },
  download: {
    icon: IconDownload,
    isForReaders: true,
    fits: (facts) => facts.areCurrent || (facts.canChange && isOneVersion(facts)),
  },
  share: {
    icon: IconShare,
    fits: (facts) => isOneVersion(facts) || (facts.isSingle && facts.areCurrent && !facts.hasFolder),
  },
  copy: { icon: IconCopy, fits: ({ areCurrent }) => areCurrent },
  move: { icon: IconFolderSymlink, fits: ({ areCurrent }) => areCurrent },
  rename: { icon: IconCursorText, key: 'F2', fits: ({ areCurrent, isSingle }) => areCurrent && isSingle },
  restore: { icon: IconHistory, fits: (facts) => isOneVersion(facts) && !facts.hasLatest },
  undelete: { icon: IconArrowBackUp, fits: ({ areLatestMarkers }) => areLatestMarkers },
  delete: { icon: IconTrash, key: 'Delete', isDestructive: true, fits: ({ areCurrent }) => areCurrent },
  deleteForGood: {
    icon: IconTrash,
    key: 'Delete',
    isDestructive: true,
    fits: ({ areVersions }) => areVersions,
  },
} satisfies Readonly<Record<string, Offer>>

export type ActionName = keyof typeof offers

export interface SelectionAction extends Omit<Offer, 'fits'> {
  readonly name: ActionName
}

/** What makes sense for the selection, and is allowed. */
export function offeredActions(selected: readonly Row[], canChange: boolean): readonly SelectionAction[] {
  if (selected.length === 0) return []
  const facts = factsOf(selected, canChange)
  const all = Object.entries(offers) as readonly (readonly [ActionName, Offer])[]
  return all
    .filter(([, { fits, isForReaders = false }]) => (canChange || isForReaders) && fits(facts))
    .map(([name, offer]) => ({ name, ...offer }))
}

function factsOf(selected: readonly Row[], canChange: boolean): SelectionFacts {
  const isVersion = ({ versionId }: Row) => versionId !== undefined
  const isMarker = ({ kind }: Row) => kind === 'marker'
  const isLatest = (row: Row) => row.isLatest === true
  return {
    canChange,
    isSingle: selected.length === 1,
    hasFolder: selected.some(isFolder),
    areCurrent: !selected.some(isVersion),
    areVersions: selected.every(isVersion),
    areLatestMarkers: selected.every((row) => isMarker(row) && isLatest(row)),
    hasMarker: selected.some(isMarker),
    hasLatest: selected.some(isLatest),
  }
}
