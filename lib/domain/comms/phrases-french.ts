import type { UpdatePhrases } from './update-phrases';

const months = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
];
const statuses = { degraded: 'dégradé', down: 'hors service', unknown: 'état inconnu' } as const;

/** `22 novembre 2026 à 03:04 UTC`. */
function time(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  const first = day === '01' ? '1er' : String(Number(day));
  return `${first} ${months[Number(month) - 1]} ${year} à ${iso.slice(11, 16)} UTC`;
}

// A space that does not break stands before a colon; in plain text an ordinary one survives every channel.
export const french: UpdatePhrases = {
  and: (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`),
  andMore: (count) => (count === 1 ? '1 autre' : `${count} autres`),
  time,
  phase: {
    investigating: 'Analyse en cours',
    identified: 'Cause identifiée',
    monitoring: 'Sous surveillance',
    resolved: 'Résolu',
  },
  statuses: {
    ok: 'fonctionne',
    degraded: 'lent ou en partie en panne',
    down: 'ne fonctionne pas',
    disabled: 'désactivé',
    unknown: 'état inconnu',
  },
  headline: {
    total: (platform) => `${platform} est indisponible`,
    down: (functions) => `Interruption : ${functions}`,
    degraded: (functions) => `Perturbations : ${functions}`,
    possible: (platform) => `Problème possible sur ${platform}`,
    unfelt: 'Intervention en cours, avec peu ou pas d’effet pour les utilisateurs',
  },
  total: 'La panne est totale.',
  blind: 'Nos contrôles restent sans réponse ; nous ne pouvons pas encore dire ce qui fonctionne.',
  unseen: 'Nos propres contrôles ne montrent pas de problème pour les utilisateurs en ce moment.',
  wellAgain: 'Tout fonctionne de nouveau.',
  allWorks: 'Tout fonctionne.',
  ownUnseen: 'Nos contrôles ne montrent pas ce problème en ce moment.',
  ownWellAgain: 'Nos contrôles ne montrent plus ce problème.',
  works: (functions, count) => `${count === 1 ? 'Fonctionne' : 'Fonctionnent'} : ${functions}.`,
  unknown: (functions) => `État inconnu pour le moment : ${functions}.`,
  moreTroubles: (count) => (count === 1 ? 'Il y a 1 autre problème.' : `Il y a ${count} autres problèmes.`),
  doing: {
    investigating: 'Nous cherchons la cause.',
    identified: 'La cause est connue et nous y travaillons.',
    monitoring: 'Des mesures ont été prises et nous vérifions qu’elles tiennent.',
    resolved: null,
  },
  since: (when) => `Depuis le ${when}.`,
  began: (when) => `Le problème a commencé le ${when}.`,
  nextUpdate: (when) => `Prochain point au plus tard le ${when}.`,
  row: (name, status, since) => `${name} : ${statuses[status]}${since ? ` depuis le ${time(since)}` : ''}`,
  moreRows: (count) => (count === 1 ? 'et 1 autre ligne' : `et ${count} autres lignes`),
  needs: {
    commander: 'Quelqu’un pour prendre le commandement.',
    cause: 'Quelqu’un qui reconnaît la cause ; personne ne l’a encore fait.',
    commsLead: 'Quelqu’un pour s’occuper de ces messages.',
  },
  notWritten: 'pas encore consigné',
};
