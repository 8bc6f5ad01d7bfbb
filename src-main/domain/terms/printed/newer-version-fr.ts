/** What a document says in French of words that a newer version of their source has otherwise. */
import { isolated } from '../../text/direction.js';
import type { newerVersionEn } from './newer-version-en.js';

export const newerVersionFr: typeof newerVersionEn = {
  changed: 'modifié dans une version plus récente',
  says: (source, quote) =>
    `Dans la version plus récente (${isolated(source)}), ces mots deviennent ${quote}.`,
  lacks: (source) => `La version plus récente (${isolated(source)}) ne contient plus ces mots.`,
  gone: 'Ces mots ont disparu.',
  sides: ['Version antérieure', 'Version plus récente'],
  isOf: (number) => `Version plus récente de la source ${number}`,
  isReplacedBy: (number) => `La source ${number} en est une version plus récente`,
  label: 'Modifié dans des versions plus récentes.'
};
