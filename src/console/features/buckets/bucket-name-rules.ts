/** Of a name that S3 accepts; the server has the last word. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const bucketNameRules = {
  length: (name: string) => name.length >= 3 && name.length <= 63,
  letters: (name: string) => /^[a-z0-9.-]+$/.test(name),
  ends: (name: string) => /^[a-z0-9]/.test(name) && /[a-z0-9]$/.test(name),
  dots: (name: string) => !/\.\.|\.-|-\./.test(name) && !/^\d+(\.\d+){3}$/.test(name),
  reserved: (name: string) => !/^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|-an)$/.test(name),
} as const

export type BucketNameRule = keyof typeof bucketNameRules
export const bucketNameRuleNames = Object.keys(bucketNameRules) as readonly BucketNameRule[]

export const isBucketName = (name: string): boolean =>
  bucketNameRuleNames.every((rule) => bucketNameRules[rule](name))
