/** Words whose speaker stands before them as a label: "Smith: “…”". */
import type { Range } from '../../domain/text/range.js';
import { isRole, isTitle } from '../../domain/text/name-words.js';
import { isEverydayWord } from '../actors/word-lists.js';
import type { Reading } from '../reading/reading.js';
import type { FoundReport } from './finding.js';
import { isAnswerLabel } from './interviews.js';

export const labelRule = 'cue: speaker label';

/** What one speaker says until the next one does. */
interface Turn {
  readonly label: Range;
  readonly name: string;
  readonly content: readonly Range[];
  readonly paragraph: number;
  readonly quoted: boolean;
  /** Asked by an interviewer: nobody's statement. */
  readonly asked: boolean;
}

const word = "\\p{Lu}[\\p{L}.'-]*";
const labelled = new RegExp(
  `^(?<label>(?:[Tt]he )?(?:${word}|(?<=[Tt]he )\\p{Ll}+)(?: (?:${word}|of|de|van|von|der|\\p{Ll}+(?=:))){0,4}):(?:\\s+(?=["“‘\\p{L}\\p{N}[(])|\\s*$)`,
  'u'
);
/** Lines that begin alike and are no speech. */
const noVoice =
  /^(?:note|notes|update|updated|correction|editor's note|ed\.|image|images|photo|photograph|picture|caption|credit|source|sources|related|read more|see also|watch|listen|date|time|when|where|what|who|why|how|location|venue|place|born|died|height|weight|address|phone|tel|email|e-mail|website|web|contact|price|tickets|warning|tip|example|result|results|score|summary|background|abstract|keywords|conclusion|method|methods|figure|table|title|subject|from|to|re|cc|ps|and|but|or|yes|no)$/iu;
const interviewer =
  /^(?:q|question|interviewer|host|moderator|presenter|reporter|interviewed by)$/iu;
const speaksOfSelf = /\b(?:I|we|my|our|me|us|you|your)\b/;
/** A text with more has lines of another kind. */
const mostTurns = 500;
/** UTF-16 units: a shorter turn says nothing by itself. */
const shortest = 16;

export function findTurns(reading: Reading): Turn[] {
  const all = labelledLines(reading);
  const asks = all.some(({ name }) => interviewer.test(name));
  const lines = all.filter(({ name }) => asks || !isAnswerLabel(name));
  if (!lines.length) return [];
  const running = reading.clean.matchAll(/(?<=[\p{L},] )\p{Lu}[\p{L}'-]+(?!:)/gu);
  const elsewhere = new Set([...running].map(([name]) => name));
  const voices = lines.filter((line) => isVoice(elsewhere, line, lines));
  const spoken = voices.filter(({ quoted }) => !quoted);
  const ofSelf = spoken.filter(({ content }) => speaksOfSelf.test(wordsOf(reading, content)));
  // One line may be anything; several that say "I" or "you" are a conversation.
  const isConversation = spoken.length > 1 && 2 * ofSelf.length >= spoken.length;
  // Where people talk, whoever asks is one of them, whatever the label.
  const turns = lines.filter(
    (line) =>
      (voices.includes(line) && (line.quoted || isConversation)) ||
      (isConversation && isQuestion(reading, line))
  );
  const asking = new Set(
    [...new Set(turns.map(({ name }) => name))].filter((name) => {
      const own = turns.filter((turn) => turn.name === name);
      const questions = own.filter((turn) => isQuestion(reading, turn));
      return interviewer.test(name) || 2 * questions.length > own.length;
    })
  );
  return turns.map((turn) => ({ ...turn, asked: asking.has(turn.name) }));
}

function isQuestion(reading: Reading, { content }: Pick<Turn, 'content'>): boolean {
  return /\?["”]?\s*$/.test(wordsOf(reading, content));
}

function wordsOf({ clean }: Reading, content: readonly Range[]): string {
  return content.map(({ start, end }) => clean.slice(start, end)).join(' ');
}

function labelledLines({ clean, paragraphs, sentences }: Reading): Omit<Turn, 'asked'>[] {
  const headlines = new Set(
    sentences.filter(({ headline }) => headline).map(({ paragraph }) => paragraph)
  );
  const found: Omit<Turn, 'asked'>[] = [];
  paragraphs.forEach(({ start, end }, paragraph) => {
    if (headlines.has(paragraph) || found.length >= mostTurns) return;
    let at = start;
    for (const line of clean.slice(start, end).split('\n')) {
      const match = labelled.exec(line);
      const label = match?.groups?.['label'];
      const last = found.at(-1);
      if (match && label && !noVoice.test(label)) {
        const from = at + match[0].length;
        const content = [{ start: from, end: at + line.trimEnd().length }];
        const isAbove = match[0].length === line.length;
        const quoted = clean[from] === '“';
        const name = label.replace(/^[Tt]he /, '');
        found.push({
          label: { start: at, end: at + label.length },
          name,
          content: isAbove ? [] : content,
          paragraph,
          quoted
        });
      } else if (!label && last && line.trim() && goesOn(last, paragraph)) {
        const start = last.content[0]?.start ?? at;
        found[found.length - 1] = {
          ...last,
          content: [{ start, end: at + line.trimEnd().length }],
          paragraph,
          quoted: clean[start] === '“'
        };
      }
      at += line.length + 1;
    }
  });
  return found;
}

/** In the paragraph of the label, or in the next one where the label stands alone above it. */
function goesOn({ content, paragraph }: Pick<Turn, 'content' | 'paragraph'>, at: number): boolean {
  return at === paragraph || (content.length === 0 && at === paragraph + 1);
}

/** A title or role, a name that the text has elsewhere, or a label that comes again. */
function isVoice(
  elsewhere: ReadonlySet<string>,
  { name, content, quoted }: Omit<Turn, 'asked'>,
  all: readonly Omit<Turn, 'asked'>[]
): boolean {
  const [range] = content;
  if (!range || range.end - range.start < 2) return false;
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  if (isTitle(words[0] ?? '') || isRole(last) || interviewer.test(name)) return true;
  if (isAnswerLabel(name)) return true;
  if (!/^\p{Lu}/u.test(last)) return false;
  if (quoted && !isEverydayWord(last)) return true;
  if (all.filter((other) => other.name === name).length > 1) return true;
  return elsewhere.has(last);
}

/** The turns as attributions, without questions. */
export function labelFindings(reading: Reading, turns: readonly Turn[]): FoundReport[] {
  return turns
    .filter(
      ({ asked, content: [said] }) =>
        !asked && said !== undefined && said.end - said.start > shortest
    )
    .map(({ label, content, paragraph, quoted }) => ({
      ...plain(reading, label.start, paragraph),
      cue: { start: label.end, end: label.end + 1 },
      source: label,
      content,
      rule: labelRule,
      confidence: quoted ? 0.9 : 0.85
    }));
}

/** In an answer "I" is who answers; in a question nobody says anything. */
export function withTurns(
  reading: Reading,
  findings: readonly FoundReport[],
  turns: readonly Turn[]
): FoundReport[] {
  if (!turns.length) return [...findings];
  return findings.flatMap((finding) => {
    const at = finding.cue?.start ?? finding.source?.start ?? -1;
    const turn = turns.find(({ content }) => content.some((c) => c.start <= at && at < c.end));
    if (!turn) return [finding];
    if (turn.asked) return [];
    const source = finding.source && reading.clean.slice(finding.source.start, finding.source.end);
    return [source === 'I' ? { ...finding, source: turn.label } : finding];
  });
}

function plain({ sentences }: Reading, at: number, paragraph: number) {
  const sentence = sentences.findIndex(({ end }) => end > at);
  return {
    lemma: '',
    link: 'quote' as const,
    negated: false,
    modal: false,
    sentence: Math.max(0, sentence),
    paragraph
  };
}
