import { arnOf } from '../core/iam/arn.ts'
import { documentText } from './policy-output.ts'
import { rootArn } from '../core/policy/language/principal.ts'
import { tagsOutput } from './tags.ts'
import type { Project } from '../core/projects/project.ts'
import type { Actor, Entity, IamGroup, IamRole, IamUser } from '../core/iam/entities.ts'

type Confined<Kind extends Actor> = Kind & { readonly boundaryArn?: string | undefined }

const common = (entity: Entity) => ({
  Path: entity.path,
  Arn: arnOf(entity),
  CreateDate: new Date(entity.createdAt),
})

const ofActor = ({ tags, boundaryArn }: Confined<Actor>) => ({
  Tags: tags.length > 0 ? tagsOutput(tags) : undefined,
  PermissionsBoundary: boundaryArn === undefined ? undefined : boundaryOutput(boundaryArn),
})

const boundaryOutput = (arn: string) => ({
  PermissionsBoundaryType: 'PermissionsBoundaryPolicy' as const,
  PermissionsBoundaryArn: arn,
})

/** Listings leave out tags and permissions boundaries, as AWS's do. */
export const listedUser = (user: IamUser) => ({
  ...common(user),
  UserName: user.name,
  UserId: user.id,
})

export const userOutput = (user: Confined<IamUser>) => ({ ...listedUser(user), ...ofActor(user) })

export const groupOutput = (group: IamGroup) => ({
  ...common(group),
  GroupName: group.name,
  GroupId: group.id,
})

export const listedRole = (role: IamRole) => ({
  ...common(role),
  RoleName: role.name,
  RoleId: role.id,
  AssumeRolePolicyDocument: documentText(role.trustPolicy),
  Description: role.description,
  MaxSessionDuration: role.maxSessionSeconds,
})

export const roleOutput = (role: Confined<IamRole>) => ({ ...listedRole(role), ...ofActor(role) })

/** A project's root among users. */
export const rootOutput = ({ id, name, createdAt }: Project) => ({
  Path: '/',
  UserName: name,
  UserId: id,
  Arn: rootArn(id),
  CreateDate: new Date(createdAt),
})
