/**
 * Markdown without its signs, near enough to find words in it and to show a piece of it: a fraction
 * of the work of rendering, which the index could not afford for every card. No pattern here looks
 * at a character more than a few times, whatever the text. Pure.
 */

const steps: readonly (readonly [RegExp, string])[] = [
  // A link or picture says its words, not its address.
  [/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1'],
  [/^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+|[-*+][ \t]+)+/gm, ''],
  [/^[ \t|:]*-[ \t|:-]*$/gm, ''],
  // The bars between the cells of a table.
  [/(?<!\\)\|/g, ' '],
  [/(?<!\\)(?:\*{1,3}|~~|`+)/g, ''],
  [/(?<![\p{L}\p{N}\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?![\p{L}\p{N}])/gu, ''],
  [/\\([\\`*_{}[\]()#+.!>~|-])/g, '$1']
];

export function plainMarkdown(markdown: string): string {
  if (!/[[\]*_`~#>\\|-]/.test(markdown)) return markdown;
  return steps.reduce((text, [sign, instead]) => text.replace(sign, instead), markdown);
}
