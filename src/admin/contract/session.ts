import { z } from 'zod'
import { everyone, signedIn } from './access.ts'
import { endpoint, moment, noInput, nothing } from './endpoint.ts'
import { roleSchema } from './operators.ts'

export const sessionSchema = z.object({
  /** As the audit trail names who has signed in. */
  actor: z.string(),
  role: roleSchema,
  /** By name; `null`: all. */
  projects: z.array(z.string()).nullable(),
  /** To be sent in the X-CSRF-Token header with whatever changes something; `null` without a session. */
  csrfToken: z.string().nullable(),
  expiresAt: moment.nullable(),
  hasSecondFactor: z.boolean(),
})

const openSessionSchema = z.object({
  address: z.string(),
  agent: z.string(),
  createdAt: moment,
  seenAt: moment,
  expiresAt: moment,
  /** Whether it is the one that asks. */
  isOwn: z.boolean(),
})

export const sessionEndpoints = {
  getSignInOptions: endpoint({
    method: 'get',
    path: '/session/options',
    summary: 'The ways to sign in beside name and password.',
    status: 200,
    access: everyone,
    input: noInput,
    output: z.object({
      /** The host of the OIDC provider, when there is one; `GET /session/oidc` goes there. */
      oidc: z.string().nullable(),
    }),
  }),
  signIn: endpoint({
    method: 'post',
    path: '/session',
    summary:
      'Signs in with the name and password of an operator, or a root access key and its secret; the answer sets the cookie of the session.',
    status: 201,
    access: everyone,
    input: z.object({
      name: z.string().max(256),
      password: z.string().max(256),
      /** Of the second factor, or one of its recovery codes; asked for with InvalidAuthenticationCode. */
      code: z.string().max(64).optional(),
    }),
    output: sessionSchema,
  }),
  getSession: endpoint({
    method: 'get',
    path: '/session',
    summary: 'Who has signed in.',
    status: 200,
    access: signedIn,
    input: noInput,
    output: sessionSchema,
  }),
  signOut: endpoint({
    method: 'delete',
    path: '/session',
    summary: 'Ends this session.',
    status: 204,
    access: signedIn,
    input: noInput,
    output: nothing,
  }),
  listSessions: endpoint({
    method: 'get',
    path: '/sessions',
    summary: 'Where one has signed in, newest first.',
    status: 200,
    access: signedIn,
    input: noInput,
    output: z.object({ sessions: z.array(openSessionSchema) }),
  }),
  signOutEverywhere: endpoint({
    method: 'delete',
    path: '/sessions',
    summary: 'Ends all of one’s sessions.',
    status: 204,
    access: signedIn,
    input: noInput,
    output: nothing,
  }),
  changePassword: endpoint({
    method: 'post',
    path: '/session/password',
    summary: 'Changes one’s own password, and ends all of one’s sessions.',
    status: 204,
    access: signedIn,
    input: z.object({ password: z.string().max(256), newPassword: z.string() }),
    output: nothing,
  }),
}
