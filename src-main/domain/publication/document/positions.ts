/** Who stands where: a few positions in words, many as a map of signs, either of them in short on one page. */
import { isReported } from '../../terms/days-of-position.js';
import { mapWordsOf } from '../../terms/printed/map-words.js';
import type { PrintedWords } from '../../terms/printed/en.js';
import { cellSigns } from '../../terms/terms.js';
import { capitalised } from '../../text/joined-words.js';
import { basisOfHeld } from '../changes-in-words.js';
import { lookOf, type PrintedClaim } from '../claims.js';
import { ConditionLetters } from '../condition-letters.js';
import { countOf, type Matrix, type MatrixCell, type MatrixTable } from '../matrix.js';
import {
  legendOfMatrix,
  marksOf,
  newerSign,
  noneSign,
  notesBelow,
  openingOfMap,
  reportedSign
} from '../matrix-in-words.js';
import type { Publication } from '../publication.js';
import { cell, heads, lines } from './cells.js';
import type { Block, TableCell, MapBlock, MapTable } from './blocks.js';

/** `isInShort`: one page to hand over has room for signs and conditions alone. None where nothing is on record. */
export function positionBlocks(
  { matrix, words, direction }: Publication,
  isInShort: boolean
): readonly Block[] {
  if (!matrix) return [];
  const asOf = matrix.asOf ? words.asOf(words.date(matrix.asOf)) : words.asLastKnown;
  const legend = legendOfMatrix(matrix, words);
  if (matrix.look === 'map') return [mapOf(matrix, isInShort, words)];
  const ringed = legend.find(({ look }) => look === 'changed');
  const letters = new ConditionLetters();
  const shown = (each: MatrixCell) =>
    isInShort ? cellInShort(each, letters, words) : cellInWords(each, words);
  const tables = matrix.tables.map(({ issues, groups }, index): Block => ({
    kind: 'table',
    role: 'matrix',
    caption: isInShort ? '' : words.matrixCaption(asOf, index + 1, matrix.tables.length),
    captionRemark: !isInShort && ringed ? ringed.told : '',
    head: heads([words.columns.actor, ...issues.map(({ issue }) => issue.wording)], direction),
    widths: null,
    rows: groups
      .flatMap(({ rows }) => rows)
      .map(({ actor, cells }) => [
        cell(actor.name, direction, { isHead: true }),
        ...cells.map(shown)
      ])
  }));
  if (!isInShort) return tables;
  const signs = legend.flatMap(({ sign, look, told }) => [
    { text: look === 'changed' ? '□' : sign, bold: true as const },
    { text: ` ${told}\u2002` }
  ]);
  const opening = { text: `${capitalised(asOf)}${words.colon} ` };
  const conditions = letters.all.flatMap(({ letter, condition }, index) => [
    ...(index === 0 ? [{ text: `${mapWordsOf(words).conditions}${words.colon} ` }] : []),
    { text: letter, bold: true as const },
    { text: ` ${condition}\u2002` }
  ]);
  return [...tables, { kind: 'paragraph', runs: [opening, ...signs, ...conditions], look: 'soft' }];
}

function cellInWords({ claim, change }: MatrixCell, words: PrintedWords): TableCell {
  if (!claim) return { runs: [{ text: noneSign }] };
  const { stance, condition, evidence } = claim.position;
  const told = capitalised(claim.several) || words.stances[stance];
  return {
    runs: [
      { text: cellSigns[lookOf(claim)], bold: true },
      { text: ` ${told}`, to: claim.anchor, notes: claim.evidence }
    ],
    ...lines([
      evidence.length === 0 ? words.noQuote : '',
      claim.isCorrected ? words.newerVersion.changed : '',
      condition ? words.condition(condition) : '',
      basisOfHeld(claim, words),
      claim.corroboration.reports > 1 ? claim.corroborated : ''
    ]),
    ...looks(claim, change)
  };
}

function cellInShort(
  { claim, change }: MatrixCell,
  letters: ConditionLetters,
  words: PrintedWords
): TableCell {
  if (!claim) return { runs: [{ text: noneSign }] };
  const { condition, evidence } = claim.position;
  return {
    runs: [
      { text: cellSigns[lookOf(claim)], bold: true },
      ...(condition ? [{ text: letters.of(condition), raised: true as const }] : []),
      ...(isReported(claim.position) ? [{ text: reportedSign }] : []),
      ...(claim.isCorrected ? [{ text: ` ${newerSign}` }] : [])
    ],
    ...lines([claim.several, evidence.length === 0 ? words.noQuote : '']),
    ...looks(claim, change)
  };
}

function looks(claim: PrintedClaim, change: MatrixCell['change']) {
  return { look: lookOf(claim), ...(change && { isChanged: true as const }) };
}

function mapOf(matrix: Matrix, isInShort: boolean, words: PrintedWords): MapBlock {
  const map = mapWordsOf(words);
  return {
    kind: 'map',
    isWide: matrix.wide,
    opening: openingOfMap(matrix, words),
    legend: legendOfMatrix(matrix, words).map(({ sign, look, told }) => ({
      sign,
      look,
      words: told
    })),
    tables: matrix.tables.map((table) => tableOf(table, words)),
    heads: {
      group: map.group,
      actor: words.columns.actor,
      supporting: map.supporting,
      opposing: map.opposing
    },
    below: notesBelow(matrix, words)
      .filter(({ title }) => !isInShort || ![map.groups, map.changed].includes(title))
      .map(({ title, entries }) => ({
        title,
        entries: entries.map(({ letter, told, cells, cellsFirst }) => ({
          letter,
          words: told,
          cells:
            isInShort && !cellsFirst
              ? []
              : cells.map(({ number, names }) => ({ number: words.number(number), names })),
          cellsFirst
        }))
      }))
  };
}

function tableOf({ issues, groups }: MatrixTable, words: PrintedWords): MapTable {
  const isGrouped = groups.length > 1;
  const map = mapWordsOf(words);
  const rows = groups.flatMap((group) => group.rows);
  return {
    issues: issues.map(({ number, issue }) => ({
      number: words.number(number),
      wording: issue.wording
    })),
    groups: groups.map(({ letter, rows }) => ({
      letter,
      name: isGrouped ? mapWordsOf(words).groupOf(letter) : '',
      rows: rows.map(({ actor, cells, totals }) => ({
        actor: actor.name,
        cells: cells.map((each) => ({
          sign: each.claim ? cellSigns[lookOf(each.claim)] : noneSign,
          raised: marksOf(each),
          look: each.claim && lookOf(each.claim),
          isChanged: each.change !== null
        })),
        supporting: words.number(totals.supports),
        opposing: words.number(totals.opposes)
      }))
    })),
    totals: (['supports', 'opposes'] as const).map((stance) => ({
      name: `${map.inAll} ${stance === 'supports' ? map.supporting : map.opposing}`,
      counts: issues.map((_, column) => {
        const claims = rows.map(({ cells }) => cells[column]?.claim ?? null);
        return words.number(countOf(claims, stance));
      })
    }))
  };
}
