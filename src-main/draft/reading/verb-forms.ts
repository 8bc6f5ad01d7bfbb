/** English verb forms, to know a cue verb by whatever lemma the tagger gives it. */

const irregular: Readonly<Record<string, string>> = {
  say: 'said',
  tell: 'told',
  think: 'thought',
  know: 'knew known',
  see: 'saw seen',
  feel: 'felt',
  find: 'found',
  write: 'wrote written',
  speak: 'spoke spoken',
  hold: 'held',
  hear: 'heard',
  mean: 'meant',
  swear: 'swore sworn',
  forget: 'forgot forgotten',
  understand: 'understood',
  foresee: 'foresaw foreseen',
  foretell: 'foretold',
  learn: 'learnt',
  make: 'made',
  put: 'put putting',
  read: 'read',
  begin: 'began begun beginning',
  go: 'went gone going',
  bet: 'bet betting',
  dream: 'dreamt',
  sing: 'sang sung',
  rule: 'ruled',
  let: 'let letting',
  seek: 'sought',
  beg: 'begged begging',
  show: 'showed shown',
  rebut: 'rebutted',
  commit: 'committed committing',
  admit: 'admitted admitting',
  refer: 'referred referring',
  prefer: 'preferred preferring',
  plan: 'planned planning',
  slam: 'slammed slamming',
  quip: 'quipped quipping',
  nod: 'nodded',
  shrug: 'shrugged shrugging',
  snap: 'snapped snapping',
  chat: 'chatted',
  regret: 'regretted regretting',
  concur: 'concurred',
  rail: 'railed',
  get: 'got getting',
  turn: 'turned',
  come: 'came coming',
  take: 'took taken',
  give: 'gave given',
  stand: 'stood',
  stick: 'stuck',
  strike: 'struck',
  shoot: 'shot',
  fight: 'fought',
  hit: 'hit hitting',
  set: 'set setting',
  cast: 'cast',
  lay: 'laid',
  light: 'lit',
  pay: 'paid',
  draw: 'drew drawn',
  bring: 'brought',
  throw: 'threw thrown',
  tear: 'tore torn',
  rip: 'ripped ripping',
  ring: 'rang rung',
  fret: 'fretted fretting',
  brag: 'bragged bragging',
  grin: 'grinned grinning',
  opt: 'opted',
  own: 'owned',
  sit: 'sat sitting',
  forbid: 'forbade forbidden forbidding',
  bar: 'barred barring',
  rap: 'rapped rapping',
  pan: 'panned panning',
  rebuff: 'rebuffed',
  sob: 'sobbed sobbing',
  recap: 'recapped recapping',
  equip: 'equipped equipping',
  wax: 'waxed',
  spell: 'spelled spelt',
  plug: 'plugged plugging'
};

/** The lemma first. */
export function formsOf(lemma: string): string[] {
  const third = /(?:s|x|z|ch|sh)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;
  const stem = lemma.endsWith('e') && !/(?:ee|oe|ye)$/.test(lemma) ? lemma.slice(0, -1) : lemma;
  const past = lemma.endsWith('e')
    ? `${lemma}d`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ied`
      : `${lemma}ed`;
  const own = Object.hasOwn(irregular, lemma) ? (irregular[lemma]?.split(' ') ?? []) : [past];
  return [lemma, third, ...own, `${stem}ing`];
}
