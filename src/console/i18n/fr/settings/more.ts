/** Tags, and what few buckets need. */
export const settingsMore = {
  tags: { hint: 'Des clés et des valeurs qui trient les buckets, et que les politiques peuvent interroger.' },
  more: {
    hint: 'Ce dont peu de buckets ont besoin, dans les documents de S3.',
    requestPayment: {
      title: 'Paiement par le demandeur',
      hint: 'Qui demande depuis un autre projet doit dire qu’il paie.',
    },
    acceleration: {
      title: 'Accélération',
      hint: 'Conservée pour les clients qui la demandent. Il n’y a pas d’autre réseau à emprunter ici.',
    },
    abac: {
      title: 'Accès par étiquettes (ABAC)',
      hint: 'Permet aux conditions des politiques de regarder les étiquettes du bucket.',
    },
    metrics: {
      title: 'Métriques',
      hint: 'Les objets que S3 compterait dans des métriques à part. Conservées telles quelles.',
    },
    inventory: {
      title: 'Inventaire',
      hint: 'Écrit des listes des objets en CSV, chaque jour ou chaque semaine, dans un bucket.',
    },
    analytics: {
      title: 'Analyses',
      hint: 'Les objets que S3 observerait pour trouver la classe qui leur convient. Conservées telles quelles.',
    },
    tiering: {
      title: 'Hiérarchisation intelligente',
      hint: 'Quand des objets de cette classe passeraient aux archives. Conservée telle quelle.',
    },
  },
} as const
