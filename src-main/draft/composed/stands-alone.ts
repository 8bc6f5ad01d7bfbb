/**
 * Whether a sentence can be read without the one before it. By its first words, in English; a sentence in
 * another language counts as one that stands alone.
 */

/** Points back at what was said before. */
const leaning =
  /^["“‘'([]*(?:he|she|it|they|him|her|his|its|their|them|theirs|these|those|that|such|another|also|and|but|or|nor|so|yet|then|thus|hence|therefore|however|moreover|furthermore|additionally|similarly|likewise|instead|meanwhile|nevertheless|nonetheless|consequently|accordingly|conversely|otherwise|besides|plus|secondly|thirdly|finally|lastly|neither|the (?:former|latter|same)|what['’]s more|of (?:these|those|them)|one of (?:these|those|them)|some of (?:these|those|them)|for (?:example|instance|this reason)|in (?:addition|fact|contrast|particular|other words|turn|that|these|those|such|doing so|so doing)|on the other hand|by contrast|as (?:a result|such|(?:noted|mentioned|stated|discussed|shown|described) (?:above|earlier|before|in))|at (?:that|the same) (?:time|point)|to (?:this|that) end|after (?:this|that|which)|because of (?:this|that)|since then|more(?:over)?,|still,|indeed,|again,|too,|now,|on one hand|apparently, however)(?=[\s,:;’'-]|$)/iu;
/** “Unfortunately, they”, “The reason for it”, “According to two councillors, she”: so does the subject behind the first words. */
const leaningSubject =
  /^["“‘'([]*(?:(?:(?:more|most) )?\p{L}+ly, (?:he|she|it|they|this|these)\b|the \p{L}+ (?:for|of|behind|with|about|to) (?:him|her|it|them)\b|according to [^.,;]{1,80}, (?:he|she|it|they)\b)/iu;
/** “builds on this research”: which one, is said before. */
const leaningObject =
  /\b(?:on|upon|from|with|of|to|by) (?:this|these) (?:research|work|findings|stud(?:y|ies)|literature|evidence|results)\b/iu;
/** “This paper”, “this week”: nothing before is needed to know which. */
const pointsHere =
  /^this (?:paper|article|study|report|section|chapter|essay|guide|tutorial|book|note|memo|briefing|page|case|appeal|court|week|month|year|morning|afternoon|evening|spring|summer|autumn|fall|winter|weekend|country|house|committee|interview)\b/iu;
/** “It is likely that”, “Those who”, “That the …”: the words that follow say what is meant. */
const explainsItself =
  /^(?:it (?:is|was|has been|will be|remains) (?:not |also |often |now |widely |generally )?\p{L}+ (?:that|to|whether|for|how|why)\b|those who\b|that (?:the|an?) )/iu;
/** Spoken answers, of use to those who heard the question. */
const answering =
  /^["“‘'([]*(?:yes|no|yeah|yep|nope|okay|ok|alright|all right|well|oh|right|sure|uh|um|exactly|absolutely|certainly|definitely|of course|correct|true|because|['’]?cause|i (?:do|did|am|was|have|had|would|will|can)(?:n['’]t)?[.,])(?=[\s,.!–—-]|$)/iu;
/** As it is put on record by somebody who listens. */
const halting = /(?:^|[\s,])(?:uh|um|uhm|erm)(?=[\s,.–—-]|$)|\b(\p{L}+) -- \1\b/iu;

/** “Yes, …”, “Uh, …”: as it comes in talk, and out of its place tells little. */
export function isSaidAloud(sentence: string): boolean {
  return answering.test(sentence.trimStart()) || halting.test(sentence);
}

export function standsAlone(sentence: string): boolean {
  const words = sentence.trimStart();
  if (isSaidAloud(words)) return false;
  if (/^["“‘'([]*this\b/iu.test(words)) return pointsHere.test(words);
  if (leaningSubject.test(words) || leaningObject.test(words)) return false;
  return !leaning.test(words) || explainsItself.test(words);
}

/** “He”, “Her mother”: a person that is named elsewhere. */
export function opensWithPronoun(sentence: string): boolean {
  return /^(?:he|she|they|his|her|their|its)\b/iu.test(sentence.trimStart());
}

const greeting =
  /^(?:[^.!?]{0,60}\bmay it please (?:the|this) court\b[.,]?$|good (?:morning|afternoon|evening|day)\b|hello\b|hi\b|hey\b|greetings\b|aloha\b|welcome\b|ladies and gentlemen\b|thank you\b|thanks\b|many thanks\b|dear\b|to whom it may concern|okay\b|ok\b|alright\b|all right\b|please (?:be seated|rise|call the)|hear ye\b|oyez\b|all rise\b|all persons having\b|my lords?\b|your (?:honou?rs?|excellenc(?:y|ies)|majest(?:y|ies))\b|(?:(?:i|we) )?hope (?:this|that|you|all)\b|here(?:['’]s| is) (?:what|your|the (?:latest|news))\b|just a (?:short|quick|brief) (?:note|line|message|reminder)\b|it (?:is|['’]s) (?:an? (?:great |real )?(?:honou?r|pleasure|privilege)|good|great|wonderful) to\b|(?:kind|best|warm) (?:regards|wishes)\b|yours (?:sincerely|faithfully|truly)\b|sincerely\b|my name is [^.]{2,40}\.$|i['’]d like to welcome\b|(?:fellow|dear|distinguished|honou?rable|esteemed) \p{L}+(?: and \p{L}+)?[,.!:])/iu;
/** “Dr. Lindqvist.”, “Mr. Chairman?”, and not “Mr Vance voted against.” */
const addressed =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Madam|Judge|Justice|General|Counsel(?:lor)?|Senator|Minister|Chief Justice|Chair(?:man|woman|person)?|President|Speaker)\.?(?: \p{Lu}[\p{L}.’'-]*){0,3}[.,?!]?$/u;
/** UTF-16 units: what is longer says something, too. */
const longestGreeting = 180;

/** Only greets, thanks or calls somebody: no word of what the text is about. */
export function isGreeting(sentence: string): boolean {
  const words = sentence.trim();
  if (words.length > longestGreeting) return false;
  return greeting.test(words) || addressed.test(words);
}

const salutation =
  /^(?:(?:m(?:r|s|rs|iss)\.? )?[^.:!?]{0,120}\bmay it please (?:the|this) court[:,.]?\s+|(?:(?:ladies and gentlemen|m(?:r|ister)\.? (?:president|chair(?:man)?|speaker|secretary-general|prime minister)|madam (?:president|chair(?:woman)?|speaker)|your (?:honou?rs?|excellenc(?:y|ies)|majest(?:y|ies)|royal highness(?:es)?)|(?:dear |distinguished |honou?rable |esteemed )?(?:friends|colleagues|delegates|guests|members)|excellencies|my lords|fellow \p{L}+)[,:]\s+)+)(?=\p{Lu})/iu;

/** “Mr. President, ”: UTF-16 units of it before a sentence that can do without. */
export function salutationLength(sentence: string): number {
  const length = salutation.exec(sentence.slice(0, 240))?.[0].length ?? 0;
  // The flag that makes the words match in any case does so for the look-ahead, too.
  return /^\p{Lu}/u.test(sentence.slice(length)) ? length : 0;
}
