/** What is wrong with the texts of the window as it is now, when it speaks the pseudo-language of `scripts/words`. */

/** Texts that come from no catalogue: names of keys, of formats and of the program, days, and what a system says. */
const named =
  /\b(?:Ctrl|Alt|Shift|Enter|Page Up|Page Down|Esc|Escape|Backspace|Delete|Home|End|Tab|Space|F\d+|Standpoint|PDF|Word|HTML|JSON|CSV|Markdown|RIS|BibTeX|CSL-JSON|MIT|A4|Letter|MB|kB|px|mm|ICD|UK|US|UTC|AM|PM)\b/g;
const days =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?/g;

const ago = /\d+ (?:min|hr|day|days)\.? ago/g;
/** Addresses, paths and endings of files. */
const addresses = /(?<!\S)(?:[./(]|standpoint-join)[^\s⟧]*[/.:][^\s⟧]+|(?<!\S)\.\w+/g;

/** What a text of the window says outside of ⟦ ⟧, once names and days are taken away. */
export function plainWords(text: string): string {
  let rest = text;
  for (let before = ''; rest !== before;) {
    before = rest;
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' · ');
  }
  return [named, days, ago, addresses].reduce((words, known) => words.replaceAll(known, ' '), rest);
}

/** Its words alone: signs between them differ from a text to what is drafted of it. */
export function wordsOf(text: string): string {
  return (
    plainWords(text)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).join(' ');
}

/**
 * Texts that are written outside of the catalogue: plain letters that are no part of `content`, which is the words
 * of all that people wrote.
 */
export function findWrittenElsewhere(texts: readonly string[], content: string): string[] {
  return texts.filter((text) =>
    plainWords(text)
      .split(/[·|.,:;()]/)
      .map(wordsOf)
      .some((part) => /[a-z]{2}/.test(part) && !content.includes(part))
  );
}

/**
 * All texts that are in sight, each of one element, and those that only a screen reader or a pointer meets.
 *
 * Runs in the page, and so uses nothing that is declared outside of it.
 */
export function readTexts(): string[] {
  const texts = new Set<string>();
  for (const element of document.querySelectorAll('body *')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const own = [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '|'))
      .join('');
    const said = ['aria-label', 'title', 'placeholder', 'aria-description'].map((name) =>
      element.getAttribute(name)
    );
    for (const text of [own, ...said]) if (text && /\p{L}/u.test(text)) texts.add(text.trim());
  }
  return [...texts];
}

/**
 * Says whose text is cut, in width or in height, with no way to see the rest: an ellipsis is one that has the
 * full text in a title or in its name.
 *
 * Runs in the page, and so uses nothing that is declared outside of it.
 */
export function findCutTexts(): string[] {
  /** Half pixels are rounded differently from element to element. */
  const slack = 1.5;
  const faults: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const own = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent)
      .join('')
      .trim();
    if (own === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      continue;
    const { width, height } = element.getBoundingClientRect();
    if (width <= 2 || height <= 2 || element.closest('.visually-hidden, option')) continue;
    const style = getComputedStyle(element);
    const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const isWide = element.scrollWidth > element.clientWidth + slack && clips(style.overflowX);
    const isHigh = element.scrollHeight > element.clientHeight + slack && clips(style.overflowY);
    // A button’s words spill over what stands beside it.
    const spills =
      element.matches('button, [role=tab], [role=button], select, summary') &&
      element.scrollWidth > element.clientWidth + slack;
    if (!isWide && !isHigh && !spills) continue;
    const words = element.textContent.trim();
    const known = [
      element.title,
      element.ariaLabel,
      element.closest('[title]')?.getAttribute('title')
    ];
    const isMarked = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
    if (isMarked && (!own.includes('⟦') || known.some((each) => each?.includes(words)))) continue;
    const name = [element.tagName.toLowerCase(), ...element.classList].join('.');
    const within = element.parentElement?.closest('[class], [id]');
    faults.push(
      `${name} in ${within?.tagName.toLowerCase()}.${within?.className ?? ''} “${words.slice(0, 60)}” is cut ${
        isHigh ? 'in height' : 'in width'
      }`
    );
  }
  return faults;
}
