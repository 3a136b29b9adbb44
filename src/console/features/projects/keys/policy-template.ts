/** A policy to begin with: reading one bucket, and writing below a prefix of it. */
export const policyTemplate = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:ListBucket', 's3:GetObject'],
        Resource: ['arn:aws:s3:::my-bucket', 'arn:aws:s3:::my-bucket/*'],
      },
      { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::my-bucket/uploads/*' },
    ],
  },
  undefined,
  2,
)
