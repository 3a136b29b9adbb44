/**
 * AWS's error codes are the vocabulary of the whole program: the core throws them, each face renders them.
 * Codes, statuses and (shortened) messages: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const errorTable = {
  AccessControlListNotSupported: [400, 'The bucket does not allow ACLs.'],
  AccessDenied: [403, 'Access Denied'],
  AccessForbidden: [403, 'CORSResponse: This CORS request is not allowed.'],
  AccountProblem: [403, 'There is a problem with the account that prevents the operation.'],
  AnnotationLimitExceeded: [400, 'The object has as many annotations as it can have.'],
  AnnotationNameTooLong: [400, 'The annotation name exceeds 512 bytes.'],
  AuthorizationHeaderMalformed: [400, 'The authorization header that was provided is not valid.'],
  AuthorizationQueryParametersError: [400, 'The authorization query parameters are not valid.'],
  BadDigest: [
    400,
    'The Content-MD5 or checksum value that was specified did not match what the server received.',
  ],
  BadRequest: [400, 'The request is not valid.'],
  BucketAlreadyExists: [
    409,
    'The requested bucket name is not available. Select a different name and try again.',
  ],
  BucketAlreadyOwnedByYou: [409, 'The bucket that you tried to create already exists, and you own it.'],
  BucketNotEmpty: [409, 'The bucket that you tried to delete is not empty.'],
  ConditionalRequestConflict: [
    409,
    'A conflicting operation occurred while the conditional request was processed.',
  ],
  // The codes of IAM, for what projects and keys have in common with its users.
  DeleteConflict: [409, 'The resource still has something that depends on it.'],
  EncryptionTypeMismatch: [400, 'The existing object was created with a different encryption type.'],
  EntityAlreadyExists: [409, 'The resource exists already.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed object size.'],
  EntityTooSmall: [400, 'Your proposed upload is smaller than the minimum allowed size.'],
  ExpiredToken: [400, 'The provided token has expired.'],
  // Of STS.
  ExpiredTokenException: [400, 'The web identity token that was passed is expired or is not valid.'],
  IDPCommunicationError: [
    400,
    'The identity provider that the web identity token comes from could not be reached.',
  ],
  IDPRejectedClaim: [403, 'The identity provider reported that authentication failed.'],
  IdempotencyParameterMismatch: [
    400,
    'Parameters on this idempotent request are inconsistent with parameters used in previous request(s).',
  ],
  IllegalVersioningConfigurationException: [
    400,
    'The versioning configuration that you specified is not valid.',
  ],
  IllegalLocationConstraintException: [
    400,
    'The specified location constraint does not fit the region of the endpoint.',
  ],
  IncompleteBody: [
    400,
    'You did not provide the number of bytes specified by the Content-Length HTTP header.',
  ],
  IncompleteSignature: [400, 'The request signature does not conform to AWS standards.'],
  InternalError: [500, 'The server could not complete the request. Try again.'],
  InternalFailure: [
    500,
    'The request processing has failed because of an unknown error, exception or failure.',
  ],
  InvalidAccessKeyId: [403, 'The access key ID that you provided does not exist in our records.'],
  InvalidAction: [400, 'The action or operation requested is not valid.'],
  InvalidAnnotationName: [400, 'The annotation name that you provided is not valid.'],
  InvalidArgument: [400, 'An argument is not valid.'],
  // Of IAM: a second factor's code is missing or wrong.
  InvalidAuthenticationCode: [403, 'The code of your second factor is needed, or is not right.'],
  InvalidBucketAclWithObjectOwnership: [
    400,
    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
  ],
  InvalidBucketName: [400, 'The specified bucket is not valid.'],
  InvalidBucketState: [409, 'The request is not valid for the current state of the bucket.'],
  InvalidChunkSizeError: [403, 'Only the last chunk is allowed to have a size less than 8192 bytes'],
  InvalidClientTokenId: [403, 'The security token included in the request is invalid.'],
  InvalidDigest: [400, 'The Content-MD5 or checksum value that you specified is not valid.'],
  InvalidEncryptionAlgorithmError: [400, 'The encryption request that you specified is not valid.'],
  // Not one of AWS's codes: S3 does not look at images.
  InvalidImage: [422, 'The object is not an image that can be read.'],
  InvalidInput: [400, 'An input is not valid.'],
  InvalidIdentityToken: [400, 'The web identity token that was passed could not be validated.'],
  InvalidLocationConstraint: [400, 'The specified location constraint is not valid.'],
  InvalidObjectState: [403, 'The operation is not valid for the current state of the object.'],
  InvalidPart: [
    400,
    'One or more of the specified parts could not be found, or an entity tag did not match.',
  ],
  InvalidPartNumber: [416, 'The requested part number is not satisfiable.'],
  InvalidPartOrder: [400, 'The list of parts was not in ascending order.'],
  InvalidPolicyDocument: [
    400,
    'The content of the form does not meet the conditions specified in the policy document.',
  ],
  InvalidPrefix: [400, 'The annotation prefix that you provided is not valid.'],
  InvalidRange: [416, 'The requested range is not satisfiable.'],
  InvalidRedirectLocation: [
    400,
    "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.",
  ],
  InvalidRequest: [400, 'The request is not valid.'],
  InvalidSecurity: [403, 'The provided security credentials are not valid.'],
  InvalidStorageClass: [400, 'The storage class that you specified is not valid.'],
  InvalidTargetBucketForLogging: [400, 'The target bucket for logging cannot take logs.'],
  InvalidTag: [400, 'The tag provided was not a valid tag.'],
  InvalidToken: [400, 'The provided token is malformed or otherwise not valid.'],
  InvalidURI: [400, "The specified URI couldn't be parsed."],
  InvalidWriteOffset: [
    400,
    'The write offset value that you specified does not match the current object size.',
  ],
  'KMS.DisabledException': [400, 'The key is disabled.'],
  'KMS.NotFoundException': [400, 'The key does not exist.'],
  KeyTooLongError: [400, 'Your key is too long.'],
  LimitExceeded: [409, 'The request would exceed a quota of the account.'],
  MalformedACLError: [
    400,
    'The XML that you provided was not well formed or did not validate against our published schema.',
  ],
  MalformedPOSTRequest: [400, 'The body of your POST request is not well-formed multipart/form-data.'],
  MalformedPolicy: [400, 'The policy is not valid.'],
  MalformedPolicyDocument: [400, 'The policy document is not valid.'],
  MalformedTrailerError: [
    400,
    'The request contained trailing data that was not well-formed or did not conform to our published schema.',
  ],
  MalformedXML: [
    400,
    'The XML that you provided was not well formed or did not validate against our published schema.',
  ],
  MaxMessageLengthExceeded: [400, 'Your request was too large.'],
  MaxPostPreDataLengthExceededError: [
    400,
    'Your POST request fields preceding the upload file were too large.',
  ],
  MetadataTooLarge: [400, 'Your metadata headers exceed the maximum allowed metadata size.'],
  MethodNotAllowed: [405, 'The specified method is not allowed against this resource.'],
  MissingAction: [400, 'The request is missing an action or a required parameter.'],
  MissingAuthenticationToken: [403, 'Request is missing Authentication Token'],
  MissingContentLength: [411, 'You must provide the Content-Length HTTP header.'],
  MissingRequestBodyError: [400, 'The request body is empty.'],
  MissingSecurityHeader: [400, 'Your request is missing a required header.'],
  NoSuchAnnotation: [404, 'The specified annotation does not exist on this object.'],
  NoSuchBucket: [404, 'The specified bucket does not exist.'],
  NoSuchBucketPolicy: [404, 'The bucket policy does not exist.'],
  NoSuchConfiguration: [404, 'The specified configuration does not exist.'],
  NoSuchCORSConfiguration: [404, 'The CORS configuration does not exist.'],
  NoSuchEntity: [404, 'The resource does not exist.'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  NoSuchLifecycleConfiguration: [404, 'The lifecycle configuration does not exist.'],
  NoSuchObjectLockConfiguration: [404, 'The specified object does not have an object lock configuration.'],
  NoSuchPublicAccessBlockConfiguration: [404, 'The public access block configuration was not found.'],
  NoSuchTagSet: [404, 'The TagSet does not exist.'],
  NoSuchUpload: [
    404,
    'The specified multipart upload does not exist. The upload ID might not be valid, or the upload might have been aborted or completed.',
  ],
  NoSuchVersion: [404, 'The version ID specified in the request does not match an existing version.'],
  NoSuchWebsiteConfiguration: [404, 'The specified bucket does not have a website configuration.'],
  NotFound: [404, 'Not Found'],
  NotImplemented: [
    501,
    'A header or an operation that you provided implies functionality that is not implemented.',
  ],
  NotModified: [304, 'Not Modified'],
  ObjectLockConfigurationNotFoundError: [404, 'Object Lock configuration does not exist for this bucket.'],
  OperationAborted: [
    409,
    'A conflicting conditional operation is currently in progress against this resource. Try again.',
  ],
  OwnershipControlsNotFoundError: [404, 'The bucket ownership controls were not found.'],
  PackedPolicyTooLarge: [400, 'The session policies and tags are too large together.'],
  PermanentRedirect: [
    301,
    'The bucket that you are attempting to access must be addressed using the specified endpoint.',
  ],
  PreconditionFailed: [412, 'At least one of the preconditions that you specified did not hold.'],
  QuotaExceeded: [403, 'The quota of the bucket or project is used up.'],
  ReplicationConfigurationNotFoundError: [404, 'There is no replication configuration for this bucket.'],
  RequestHeaderSectionTooLarge: [
    400,
    'The request header and query parameters used to make the request exceed the maximum allowed size.',
  ],
  RequestTimeout: [
    400,
    'Your socket connection to the server was not read from or written to within the timeout period.',
  ],
  RequestTimeTooSkewed: [403, 'The difference between the request time and the current time is too large.'],
  ServerSideEncryptionConfigurationNotFoundError: [
    404,
    'The server-side encryption configuration was not found.',
  ],
  ServiceUnavailable: [503, 'Service is unable to handle the request.'],
  SignatureDoesNotMatch: [
    403,
    'The request signature that the server calculated does not match the signature that you provided. Check your secret access key and signing method.',
  ],
  SlowDown: [503, 'Please reduce your request rate.'],
  // Not one of AWS's codes (S3 never runs out of room): 507 is WebDAV's status, and what MinIO and Ceph users look for.
  InsufficientStorage: [507, 'There is not enough room to store the data.'],
  Throttling: [400, 'Rate exceeded'],
  TooManyConfigurations: [
    400,
    'You are attempting to create a new configuration but have already reached the 1,000-configuration limit.',
  ],
  TooManyParts: [
    400,
    'You have attempted to add more parts than the maximum of 10000 that are allowed for this object.',
  ],
  TooManyBuckets: [400, 'You have attempted to create more buckets than allowed.'],
  UnexpectedContent: [400, 'This request contains unsupported content.'],
  UnresolvableGrantByEmailAddress: [
    400,
    'The email address that you provided does not match any account on record.',
  ],
  UnsupportedArgument: [400, 'The request contained an argument that is not supported.'],
  UnsupportedMediaType: [415, 'The annotation payload is not valid UTF-8 encoded text.'],
  UnsupportedSignature: [400, 'The provided request is signed with an unsupported version or algorithm.'],
  UserKeyMustBeSpecified: [
    400,
    'The bucket POST request must contain the specified field name. If it is specified, check the order of the fields.',
  ],
  ValidationError: [400, 'A parameter does not meet its constraints.'],
  XAmzContentSHA256Mismatch: [
    400,
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  ],
} as const satisfies Record<string, readonly [status: number, message: string]>

export type ErrorCode = keyof typeof errorTable
/** Extra elements of the error document, e.g. `{ Key: 'a.txt' }`. */
export type ErrorDetail = Readonly<Record<string, string | number>>

interface S3ErrorOptions {
  readonly message?: string | undefined
  readonly detail?: ErrorDetail | undefined
  /** Headers that S3 sends with the error, e.g. x-amz-delete-marker. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly cause?: unknown
}

/** An answer other than success, in S3's words. Anything thrown that is not an S3Error is a fault of the server. */
export class S3Error extends Error {
  override readonly name = 'S3Error'
  readonly code: ErrorCode
  readonly status: number
  readonly detail: ErrorDetail
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ErrorCode, options: S3ErrorOptions = {}) {
    super(options.message ?? errorTable[code][1], { cause: options.cause })
    this.code = code
    this.status = errorTable[code][0]
    this.detail = options.detail ?? {}
    this.headers = options.headers ?? {}
  }
}
