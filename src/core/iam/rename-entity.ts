import { checkFree } from './check-free.ts'
import { checkText } from './check-names.ts'
import type { IamGroup, IamUser } from './entities.ts'
import type { IamChanges } from './iam-records.ts'

/** What is not given stays as it is. */
export interface Renaming {
  readonly newName?: string | undefined
  readonly newPath?: string | undefined
}

const names = { user: ['userName', 'newUserName'], group: ['groupName', 'newGroupName'] } as const

/** Its id stays, and with it all that it has. Throws EntityAlreadyExists or ValidationError. */
export async function renameEntity<Renamed extends IamUser | IamGroup>(
  iam: IamChanges,
  entity: Renamed,
  { newName, newPath }: Renaming,
): Promise<Renamed> {
  const [rule, member] = names[entity.kind]
  const renamed = {
    ...entity,
    name: newName === undefined ? entity.name : checkText(rule, newName, member),
    path: newPath === undefined ? entity.path : checkText('path', newPath, 'newPath'),
  }
  await checkFree(iam, renamed)
  await iam.replace(renamed)
  return renamed
}
