interface Located {
  readonly project: string
  readonly bucket: string
  readonly file: string
}

/** Where a file is read. */
export const fileUrl = (baseUrl: string, { project, bucket, file }: Located): string =>
  `${baseUrl}/storage/${[project, bucket, ...file.split('/')].map(encodeURIComponent).join('/')}`
