export const iam = {}
