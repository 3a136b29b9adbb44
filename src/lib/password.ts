import { mutex } from './mutex.ts'

/** What OWASP asks for argon2id: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Loaded with the first password. */
const argon2 = () => import('@node-rs/argon2')

/** One at a time: each takes 19 MiB and some 20 ms of a core. */
const alone = mutex()

/** With argon2id, its parameters and its salt. */
export const hashPassword = (password: string): Promise<string> =>
  alone(async () => (await argon2()).hash(password, cost))

let nobodys: Promise<string> | undefined

/** Takes as long when there is no hash, so that nobody learns which accounts exist. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const known = passwordHash ?? (await (nobodys ??= hashPassword('')))
  const isRight = await alone(async () => (await argon2()).verify(known, password))
  return isRight && passwordHash !== undefined
}
