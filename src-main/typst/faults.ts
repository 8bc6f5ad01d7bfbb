/** What Typst complains of, as a failure for the person where she can mend it, else as an error of the program. */
import { ExpectedFailure } from '../domain/base/result.js';

/** How many signs a sentence names. */
const mostNamed = 8;

/** @param diagnostics of one compile, or of one PDF, which Typst tells in Rust's own notation */
export function faultOf(diagnostics: readonly string[]): Error {
  const whole = diagnostics.join('\n');
  const missing = [
    ...new Set([...whole.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/g)].map(signOf))
  ];
  if (missing.length > 0) {
    const named = missing.slice(0, mostNamed).join(', ');
    const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
    return new ExpectedFailure(
      'missing-glyph',
      `None of the fonts that Standpoint brings can draw ${named}${more}. Replace what cannot be drawn, and make the PDF again.`
    );
  }
  if (/failed to (?:decode|parse) (?:image|SVG)|unknown image format/i.test(whole)) {
    return new ExpectedFailure(
      'broken-picture',
      'A picture of the document is broken or of another kind than it says. Replace it, and make the PDF again.'
    );
  }
  return new Error(`The template is at fault: ${whole}`);
}

/** The sign and its code points, as in “日 (U+65E5)”; only those for one that has no shape. */
function signOf([, told = '']: RegExpMatchArray): string {
  const sign = told
    .replace(/\\+u\{([0-9a-f]+)\}/g, (_, digits: string) =>
      String.fromCodePoint(parseInt(digits, 16))
    )
    .replace(/\\+(?=.)/g, '');
  const points = [...sign]
    .map((each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
  return /^[\p{C}\p{Z}\p{M}]*$/u.test(sign) ? points : `${sign} (${points})`;
}
