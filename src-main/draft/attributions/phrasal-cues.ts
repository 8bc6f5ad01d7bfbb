/** Cues of a verb and the words that go with it: "call for", "lash out at", "take issue with". */
import { isTemporal } from '../reading/noun-phrases.js';
import { formsOf } from '../reading/verb-forms.js';
import type { Token } from '../reading/tagger.js';

/** With them the verb reports, though many of these verbs do not alone. */
const phrases = `
  call for|call on|call upon|call into question|push for|press for|argue for|argue against|argue about
  |argue in favour of|argue in favor of|plead for|plead with|appeal for|appeal to|campaign for
  |campaign against|ask for|ask about|hope for|vote for|vote against|wish for|demand for|insist on
  |insist upon|comment on|elaborate on|reflect on|touch on|refer to|point to|point out
  |respond to|object to|react to|allude to|admit to|agree to|agree on|agree with|pledge to|commit to
  |lash out|lash out at|lash out against|speak out|speak out against|speak out on|speak out about
  |speak against|speak in favour of|speak in favor of|speak of|speak about|speak highly of|lay out
  |single out|rule out|set forth|spell out|rail against|rail at|warn against|warn of
  |warn about|protest against|talk about|talk of|talk up|talk down|complain about|complain of
  |worry about|worry over|boast of|boast about|brag about|joke about|know about|know of|think of
  |think about|write about|write of|disagree with|disagree on|side with|push back|push back against
  |push back on|fight back|fight back against|hit back|hit back at|fire back|fire back at|shoot back
  |strike back|strike back at|hit out|hit out at|testify about|testify against|dream of|hint at
  |laugh at|laugh off|wonder about|speculate about|speculate on|apologise for|apologize for
  |make clear|make plain|make it clear|make it plain|make the case for|make the case|make a case for
  |make the argument|make light of|make fun of|make the point|care about|learn of|hear of|believe in
  |decide on|decide against|advise against|lobby for|lobby against|vouch for|opt for|confess to
  |swear to|note down|play down|play up|shrug off|brush off|brush aside|write off|wave off
  |wave away|double down|double down on|balk at|baulk at|bristle at|scoff at|sneer at|recoil at
  |marvel at|chafe at|weigh in|weigh in on|chime in|tear into|rip into|lay into|light into|go after
  |take aim at|take issue with|take a swipe at|take a shot at|take shots at
  |take a dim view of|take credit for|take responsibility for|take exception to|take note of|seize on
  |seize upon|pounce on|cast doubt on|cast doubts on|throw cold water on|pour cold water on|raise the
  possibility|raise the prospect of|raise the spectre of|raise the specter of|raise doubts about|raise doubts over
  |raise concerns about|raise concerns over|raise questions about|raise questions over|raise objections to
  |raise the alarm over|raise the alarm about|sound the alarm over|sound the alarm about|ring alarm bells over
  |express concern about|express concern over|pay tribute to|pay homage to|find fault with|back away from
  |back off|back down from|walk back|row back on|backtrack on|backpedal on|distance himself from
  |distance herself from|distance themselves from|distance itself from|come out against|come out for
  |come out in support of|come out in favour of|come out in favor of|stand by|stand behind
  |stand up for|stick to|stick up for|hold out hope for|hold out the prospect of|give credit to|give thanks to
  |draw attention to|call attention to|own up to|face up to|harp on|dwell on|fret about
  |fret over|gush about|gush over|rave about|rhapsodise about|wax lyrical about|go along with
  |take back|open up about|lean towards|lean toward
  |throw support behind|plump for|bet on|count on|look forward to|long for
  |call out|shout down|cry foul over|cry out for|hold forth on|expound on|opine on|muse about|muse on
  |preach about|quarrel with|quibble with|bank on|lie about|rant about|vent about|grouse about|gripe about
  |grumble about|moan about|agitate for|clamor for|clamour for|crusade against|inquire about|enquire about
  |caution against|counsel against|chalk up|cheer on|despair of|despair over|exult over|exult in|gloat about
  |gloat over|inveigh against|fulminate against|recommend against|rule on|testify to|attest to|wonder at|put forward|put forth|bring forward
`;

interface Words {
  readonly words: readonly string[];
}

/** By every form of the verb, the longest first. */
const byForm = new Map<string, Words[]>();
for (const phrase of phrases.trim().split(/\s*\|\s*/)) {
  const [lemma = '', ...words] = phrase.split(/\s+/);
  for (const form of formsOf(lemma)) byForm.set(form, [...(byForm.get(form) ?? []), { words }]);
}
for (const all of byForm.values()) all.sort((a, b) => b.words.length - a.words.length);

/**
 * How many tokens belong to the cue with the verb; 0 for none.
 *
 * @param from where they begin: right behind the verb, but for "agreed in principle to".
 */
export function phrasalLength(tokens: readonly Token[], verb: number, from = verb + 1): number {
  const known = byForm.get(tokens[verb]?.lower ?? '');
  const match = known?.find(({ words }) =>
    words.every((word, i) => tokens[from + i]?.lower === word)
  );
  const length = match?.words.length ?? 0;
  // “ruled on Friday that”
  const next = tokens[from + length];
  return length === 1 && match?.words[0] === 'on' && next && isTemporal(next) ? 0 : length;
}
