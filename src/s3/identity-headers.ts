/** What S3 sends with every answer; names and values in turn. */
export const identityHeaders = (requestId: string): string[] => [
  'x-amz-request-id',
  requestId,
  'x-amz-id-2',
  requestId,
  'Server',
  'Seau',
]
