interface AccessKeySecret {
  readonly id: string
  readonly secret: string
}

/** As AWS's tools read it. https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html */
export const credentialsFile = (project: string, { id, secret }: AccessKeySecret) => ({
  name: `${project}-credentials.ini`,
  text: `[${project}]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`,
})

/** As programs and shells read their environment. */
export const environmentFile = (project: string, token: string) => ({
  name: `${project}-api-key.env`,
  text: `SEAU_API_KEY=${token}\n`,
})

/** Stores a file by REST, which is answered where the console is. */
export const uploadExample = (token: string): string =>
  [
    `curl -H "Authorization: Bearer ${token}" \\`,
    '  -F bucket=my-bucket -F file=@photo.jpg \\',
    `  ${location.origin}/api/upload`,
  ].join('\n')
