/** The fixed words of page one in French. */
import { counting } from './counting.js';
import type { pageOneEn } from './page-one-en.js';

const many = counting('fr');

export const pageOneFr: typeof pageOneEn = {
  decision: 'Note pour décision',
  submission: 'Note',
  to: 'À',
  from: 'De',
  copy: 'Copie',
  decideBy: 'Décision avant le',
  recommendation: 'Recommandation',
  boxes: ['D’accord', 'À discuter', 'Non'],
  noted: 'Pris acte',
  isToBeNoted: /^prendre (?:acte|note)\b/iu,
  signed: 'Signé',
  date: 'Date',
  options: 'Options',
  judgements: 'Jugements clés',
  judgement: 'Jugement',
  because: 'Parce que',
  against: 'Contre',
  indicators: 'Ce qui le changerait',
  gaps: 'Inconnu',
  sources: 'Fondement',
  handling: 'Conditions de diffusion',
  clearance: 'Validé par',
  contact: 'Contact',
  authorsCopy: 'Exemplaire de l’auteur, avec notes privées',
  copyNumber: (number) => `Exemplaire ${number}`,
  inFull: 'Dans la note complète',
  draft: (unreviewed, all) =>
    unreviewed === all
      ? 'Brouillon, non relu.'
      : `Brouillon, relu en partie (${all - unreviewed} sur ${all}).`,
  countOfSources: 'Nombre de sources',
  grades: 'Cotations',
  published: 'Publiées',
  positionsInForce: 'Positions en vigueur',
  ofOneOutlet: 'toutes d’un même média',
  sourcesOfOrigins: (sources, origins) =>
    origins === 1
      ? `${sources} sources d’une même origine, qui ne valent pas plus qu’une`
      : `${sources} sources de ${origins} origines\u202f; celles d’une même origine ne valent pas plus qu’une`,
  listedToo: (sources) => `${sources} de plus dans la liste, sans citation`,
  graded: (count, grade, reliability, credibility) =>
    many({
      one: `# cotée ${grade} (${reliability}\u202f; ${credibility})`,
      other: `# cotées ${grade} (${reliability}\u202f; ${credibility})`
    })(count),
  notGraded: (count) => `${count} sans cotation`,
  known: {
    stated: (count) => `${count} dans les mots de l’acteur`,
    reported: many({ one: '# telle que rapportée', other: '# telles que rapportées' }),
    inferred: many({ one: '# déduite des actes', other: '# déduites des actes' }),
    denied: many({ one: '# démentie par l’acteur', other: '# démenties par l’acteur' })
  },
  withoutQuote: (count) => `${count} sans citation`
};
