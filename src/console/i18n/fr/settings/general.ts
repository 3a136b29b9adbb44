/** What the bucket is, its quota, its end, and who may read it. */
export const settingsGeneral = {
  general: {
    address: 'ARN',
    bytes: 'Octets',
    created: 'Créé',
    hint: 'Ce qu’est le bucket, ce qu’il contient et ce qu’il peut contenir.',
    name: 'Nom',
    objects: 'Objets et versions',
    parts: 'Dans des envois inachevés',
    project: 'Projet',
    region: 'Région',
  },
  quota: {
    bytes: 'Octets au plus',
    hint: 'Ce qui dépasserait est refusé. Un champ vide ne fixe aucune limite.',
    objects: 'Objets et versions au plus',
    title: 'Quota',
  },
  deletion: {
    blocked: 'Quelque chose est verrouillé. La suppression reprendra ensuite.',
    empty: 'Supprimer le bucket',
    emptyHint: 'Le bucket et ses réglages disparaissent définitivement. Il doit être vide.',
    emptyTitle: 'Supprimer {{name}} ?',
    everything: 'Supprimer avec tout son contenu',
    everythingHint:
      'Tous les objets, toutes les versions et tous les envois inachevés disparaissent définitivement, puis le bucket lui-même. Rien ne les fait revenir.',
    everythingTitle: 'Supprimer {{name}} et tout ce qu’il contient ?',
    gone: '{{objects}} versions, {{bytes}} ont disparu.',
    hint: 'Rien de ceci ne s’annule. Les versions verrouillées restent jusqu’à la fin de leur verrou.',
    running: 'Le bucket est en cours de suppression',
    title: 'Suppression',
  },
  visibility: {
    address: 'Où tout le monde lit les objets',
    blocked: 'Le blocage de l’accès public prime sur ce choix',
    blockedPolicy: 'Il refuse les politiques qui ouvrent le bucket.',
    hint: 'Si tout le monde sur le réseau peut lire les objets, sans clé et sans lien.',
    isPartly: 'Une partie de ce bucket est ouverte à tous',
    isPartlyHint: 'Sa politique ou son ACL en ouvre une partie. Le choix ci-dessous ne la referme pas.',
    isPublic: 'Tout le monde peut lire ce bucket',
    isPublicHint:
      'Quiconque connaît ou devine une clé lit l’objet. Rien n’est listé sans une politique qui le permette.',
    nowPrivate: 'Le bucket est privé',
    nowPublic: 'Tout le monde peut lire le bucket',
    private: 'Privé',
    privateHint:
      'Seulement ceux qui signent leurs requêtes et y sont autorisés, et ceux à qui vous envoyez un lien.',
    public: 'Lecture publique',
    publicHint:
      'Tout le monde lit chaque objet, maintenant et plus tard. Écrire et lister restent réservés à ceux qui y sont autorisés.',
    publish: 'Rendre public',
    publishTitle: 'Rendre {{name}} public ?',
    publishWarning:
      'Tous les objets du bucket, et tous ceux qui y seront déposés, pourront être lus par tout le monde. Ce qui aura été copié ailleurs entre-temps ne pourra pas être repris.',
    restricted: 'Tant que la politique est publique, elle ne laisse entrer que votre propre projet.',
    seeBlock: 'Voir le blocage de l’accès public',
    seePolicy: 'Voir la politique',
    who: 'Qui peut lire les objets',
  },
} as const
