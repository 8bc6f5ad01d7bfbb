/** News agencies that a text names as where it comes from. */

/** As they sign, with the name that is shown. */
const agencies: readonly (readonly [pattern: string, name: string])[] = [
  ['Agence France[- ]Presse|AFP', 'AFP'],
  ['Associated Press|AP', 'AP'],
  ['Reuters', 'Reuters'],
  ['United Press International|UPI', 'UPI'],
  ['Bloomberg(?: News)?', 'Bloomberg'],
  ['dpa|DPA', 'dpa'],
  ['EFE', 'EFE'],
  ['ANSA', 'ANSA'],
  ['APA', 'APA'],
  ['PA Media|Press Association', 'PA Media'],
  ['PAP', 'PAP'],
  ['Lusa', 'Lusa'],
  ['TASS', 'TASS'],
  ['Interfax', 'Interfax'],
  ['Ukrinform', 'Ukrinform'],
  ['Anadolu(?: Agency)?|AA', 'Anadolu Agency'],
  ['Xinhua', 'Xinhua'],
  ['Kyodo(?: News)?', 'Kyodo News'],
  ['Yonhap', 'Yonhap'],
  ['Press Trust of India|PTI', 'PTI'],
  ['IRNA', 'IRNA'],
  ['WAFA', 'WAFA'],
  ['MENA', 'MENA'],
  ['SAPA', 'SAPA']
];

/** UTF-16 units at the beginning and at the end of a text in which agencies sign. */
const edge = 400;

/**
 * Agencies in the order of the list above, each once. They sign in brackets, “(Reuters)”, behind the
 * place and before a dash, “GENEVA, 3 May (AFP) –”, or in a line of their own, “Source: dpa”. One that
 * is only quoted, “told Reuters”, is not one.
 */
export function agenciesOf(text: string): readonly string[] {
  const ends =
    text.length <= 2 * edge ? text : `${text.slice(0, edge)}\n${text.slice(text.length - edge)}`;
  return agencies.flatMap(([pattern, name]) => (signs(pattern).test(ends) ? [name] : []));
}

function signs(pattern: string): RegExp {
  const name = `(?:${pattern})`;
  return new RegExp(
    `[([]\\s*${name}\\s*[)\\]]` +
      `|^[^\\n]{0,60}\\b${name}\\s*[—–-]\\s` +
      `|^\\s*(?:Source|Sources|With|By|From)\\s*:?\\s[^\\n]{0,60}\\b${name}\\b[^\\n]{0,30}$` +
      `|^\\s*${name}\\s*$`,
    'm'
  );
}
