/** A policy document of one statement. */
export const allow = (action: string | readonly string[], resource = '*', condition?: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: action,
      Resource: resource,
      ...(condition && { Condition: condition }),
    },
  })

/** A trust policy. */
export const trust = (principal: object, action: string | readonly string[] = 'sts:AssumeRole') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: principal, Action: action },
  })
