/** Numbers with the word that they count, in any language (Unicode CLDR, plural rules). */

/** A form of a word; the number goes before it, or where `#` stands. A form that a language has not is left out. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Such as “1 briefing” and “2 briefings”. */
export function counting(
  language: string,
  written: (count: number) => string = String
): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => {
    const form = forms[rules.select(count)] ?? forms.other;
    return form.includes('#') ? form.replaceAll('#', written(count)) : `${written(count)} ${form}`;
  };
}
