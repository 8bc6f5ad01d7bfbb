/** Numbers with the word that they count, in any language (Unicode CLDR, plural rules). */

/** The number stands where `#` does; a form without one, such as a dual, tells it itself. A form that a language has not is left out. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Such as “1 briefing” and “2 briefings”. */
export function counting(
  language: string,
  written: (count: number) => string = String
): (forms: PluralForms) => (count: number) => string {
  const rules = new Intl.PluralRules(language);
  return (forms) => (count) =>
    (forms[rules.select(count)] ?? forms.other).replaceAll('#', written(count));
}
