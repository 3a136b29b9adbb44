/** What notifications can be about; others can be written in the JSON. */
export const eventNames = [
  's3:ObjectCreated:*',
  's3:ObjectCreated:Put',
  's3:ObjectCreated:Post',
  's3:ObjectCreated:Copy',
  's3:ObjectCreated:CompleteMultipartUpload',
  's3:ObjectRemoved:*',
  's3:ObjectRemoved:Delete',
  's3:ObjectRemoved:DeleteMarkerCreated',
  's3:ObjectRestore:*',
  's3:ObjectTagging:*',
  's3:ObjectAcl:Put',
  's3:ObjectRetention:Put',
  's3:LifecycleExpiration:*',
  's3:LifecycleTransition',
  's3:Replication:*',
]
