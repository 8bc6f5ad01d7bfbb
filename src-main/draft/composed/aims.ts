/** The words in which texts of some kinds say what they are about, or what has come of them. English. */
import type { KindOfText } from './kind-of-text.js';

const texts =
  'paper|article|report|study|section|chapter|essay|guide|tutorial|thesis|note|memo(?:randum)?|briefing|handbook|manual|survey|project|review';
const shows =
  'describes?|presents?|examines?|explores?|explains?|shows?|discusses|discuss|argues?|aims?|investigates?|introduces?|reports?|outlines?|addresses|address|proposes?|considers?|analy[sz]es?|analy[sz]e|asks?|compares?|reviews?|traces?|surveys?|offers?|provides?|seeks?|covers?|focus(?:es)?|is about|tells?|sets? out|looks? at|will (?:show|explain|teach|help|describe|present|cover)|walks? you|teaches|helps?|estimates?|tests?|evaluates?|demonstrates?|summari[sz]es';

/** “This paper describes”, “In this guide, we”, “The aim of this study is”. */
const ofItself = new RegExp(
  `\\b(?:this|the (?:present|current|following)|our) (?:\\p{L}+ )?(?:${texts}) (?:\\p{L}+ )?(?:${shows})\\b|\\bin this (?:\\p{L}+ )?(?:${texts}),? (?:we|i|you)\\b|\\b(?:aim|purpose|goal|objective|focus)s? of (?:this|our|the present) (?:\\p{L}+ )?(?:${texts})\\b`,
  'iu'
);
const ofResearch =
  /\b(?:here,? we|we (?:then )?(?:present|propose|show|report|introduce|develop(?:ed)?|describe|examine|investigate|study|find|found|argue|estimate)|i (?:argue|show|propose|will argue)|(?:results|findings) (?:show|suggest|indicate|demonstrate)|we have developed)\b/iu;
const decision =
  /\b(?:we (?:therefore |accordingly )?(?:hold|affirm|reverse|vacate|dismiss|allow|remand)\b|(?:appeal|petition|claim|motion|application) (?:is|was|should be|must be) (?:therefore |accordingly |hereby )?(?:allowed|dismissed|granted|denied|refused|rejected|struck out)|(?:judgment|order|decision) (?:of [^.]{3,80} )?is (?:therefore |hereby )?(?:affirmed|reversed|vacated|set aside|upheld|quashed))/iu;
const question =
  /\b(?:(?:question|issue)s? (?:presented|(?:in|of) this (?:case|appeal)|before (?:the|this) court|before (?:you|us)|(?:here|today|presented) is|is whether)|this (?:case|appeal|matter|action|petition|dispute) (?:is about|concerns|arises|involves|presents|turns on|raises|comes|asks)|(?:asks?|urges?|invites?) (?:this|the) court to)\b/iu;
const parties =
  /\b(?:i(?:['’]m| am) (?:here )?(?:on behalf of|arguing (?:for|on behalf of)|appearing for|representing)|brought (?:an|this) (?:action|claim|case|suit)|(?:case|matter) of [^.]{3,200}\b(?:against|versus|v)\b|\bversus\b)/iu;
const petitioned =
  /\b(?:was (?:arrested|convicted|charged|sued|tried)|(?:states?|petitioners?|respondents?|plaintiffs?|defendants?|appellants?) (?:asks?|contends?|argues?|claims?|seeks?))\b/iu;
const order =
  /\bi(?:['’]d| would) like to (?:start|begin) (?:with|by)\b|\bi (?:will|am going to|['’]ll) (?:be )?(?:address|discuss|argu)/iu;
const writing =
  /\b(?:(?:i am|i['’]m|we are|we['’]re) writing\b|(?:i|we) write to\b|(?:i|we) (?:would like|wish|want) to (?:\p{L}+ ){0,2}(?:inform|ask|request|invite|thank|apply|complain|express|draw|let you|object|propose|confirm)|this is to (?:inform|confirm|let)|(?:i|we) (?:am|are) (?:pleased|sorry|delighted) to|(?:i|we) hereby|please (?:find|note|be advised))/iu;
const resolved =
  /\b(?:(?:it was|was|were) (?:unanimously |then )?(?:agreed|resolved|decided|approved|adopted|carried|rejected)|(?:committee|board|council|members|meeting|trustees|directors|group|assembly|cabinet|panel) (?:unanimously )?(?:agreed|resolved|decided|approved|adopted|voted|rejected|appointed)|motion (?:was )?(?:carried|passed|approved))\b/iu;
const spoken =
  /\b(?:(?:today|tonight|this (?:morning|afternoon|evening)),? (?:i|we)\b|(?:i|we) (?:(?:am|are|['’]m|['’]re) (?:announcing|asking|proposing|here to|gathered|launching|committed)|announce|propose|call (?:on|for)|ask|urge|pledge|commit)\b|(?:i|we) want to (?:talk|speak|set out|address|begin)|we (?:must|need to|have to)\b|i(?:['’]m| am) here to)/iu;

const aims: Readonly<Record<KindOfText, readonly RegExp[]>> = {
  interview: [],
  academic: [ofItself, ofResearch],
  hearing: [decision, question, petitioned, order, parties],
  letter: [writing],
  minutes: [resolved],
  speech: [spoken],
  other: [ofItself]
};

/** The strongest first. Where none is found, the first sentence says it. */
export function aimsOf(kind: KindOfText): readonly RegExp[] {
  return aims[kind];
}

const interviewed =
  /\b(?:interview(?:s|ed|ing)?|spoke (?:to|with)|talk(?:ed|s) (?:to|with)|speaks (?:to|with)|sat down (?:with|for)|caught up with|answer(?:s|ed) [^.]{0,30}questions|chat(?:s|ted) with|met (?:with|up with)|in conversation with)\b/iu;

/** Whether the sentence tells that somebody was interviewed. */
export function tellsWho(sentence: string): boolean {
  return interviewed.test(sentence);
}

const discussed =
  /\b(?:discuss(?:es|ed)|(?:talks?|talked|speaks?|spoke) (?:about|of)|(?:gives?|gave|shares?|shared|offers?|offered) (?:his|her|their) (?:views?|thoughts?|opinions?))\b/iu;

/** Whether the sentence tells what an interview is about. */
export function tellsTopic(sentence: string): boolean {
  return discussed.test(sentence);
}
