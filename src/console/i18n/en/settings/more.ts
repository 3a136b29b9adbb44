/** Tags, and what few buckets need. */
export const settingsMore = {
  tags: { hint: 'Keys and values that sort buckets, and that policies can ask for.' },
  more: {
    hint: 'What few buckets need, as S3’s own documents.',
    requestPayment: {
      title: 'Request payment',
      hint: 'Who asks from another project must say that he pays for it.',
    },
    acceleration: {
      title: 'Acceleration',
      hint: 'Is kept for clients that ask for it. There is no other network here to take.',
    },
    abac: {
      title: 'Access by tags (ABAC)',
      hint: 'Lets conditions of policies look at the tags of the bucket.',
    },
    metrics: { title: 'Metrics', hint: 'Which objects S3 would count in metrics of their own. Is kept.' },
    inventory: {
      title: 'Inventory',
      hint: 'Writes lists of the objects as CSV, daily or weekly, into a bucket.',
    },
    analytics: {
      title: 'Analytics',
      hint: 'Which objects S3 would watch for the storage class that suits them. Is kept.',
    },
    tiering: {
      title: 'Intelligent tiering',
      hint: 'When objects of this class would move to archives. Is kept.',
    },
  },
} as const
