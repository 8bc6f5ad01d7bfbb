/**
 * What a page prints around its story: banners, calls to subscribe, buttons, credits, captions, bylines.
 * Judged a paragraph at a time, by the words that publishers put there. English first; the commonest
 * phrases of a few other languages beside it.
 */
import { datelineLength } from './outline.js';

/** UTF-16 units: what is longer is a paragraph of the story, whatever words it holds. */
const longest = 420;
/** What could stand in a story, too, tells nothing of a paragraph beyond this. */
const short = 160;

const cookies =
  /\bcookies?\b[^]{0,200}\b(?:accept|consent|use[sd]?|using|polic(?:y|ies)|settings?|preferences|privacy|experience|browser|website|site|agree|partners|analytics)\b|\b(?:accept|uses?|using|manage|reject|allow|necessary|third-party)\b[^]{0,80}\bcookies?\b|\bverwende\p{L}* (?:\p{L}+ )?Cookies\b|\butili(?:se|sons|sons des|zamos|za) (?:\p{L}+ )?cookies\b/iu;
const privacy =
  /^(?:we (?:and our|value|respect|care about) |by (?:clicking|continuing|using|signing|subscribing|submitting|browsing)\b|manage (?:your )?(?:consent|preferences)|your privacy\b|do not sell\b|this site is protected by)[^]*\b(?:privacy|cookies?|partners|consent|terms|polic(?:y|ies)|preferences|personal (?:data|information)|reCAPTCHA)\b|^(?:privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|and conditions))\b.{0,60}$/iu;
const subscription =
  /\b(?:sign(?:ing)? up|subscribe|register|log ?in|sign in|signed in)\b[^.!?]{0,80}\b(?:newsletters?|alerts?|briefing|inbox|emails?|e-mails?|updates|digest|free|account|today|now|here|unlimited|continue|reading|for more|to read|to our|access)\b|\b(?:newsletters?|inbox)\b[^]{0,120}\b(?:sign up|subscribe|delivered|every (?:morning|day|week|\p{L}+day)|straight to|free)\b|\b(?:delivered|sent|straight) (?:straight |directly |right )?to your inbox\b|\balready (?:a|have an?) (?:subscriber|member|account)|\b(?:support|fund) (?:our|independent|quality|local) (?:journalism|reporting|news)|\bbecome a (?:member|supporter|subscriber|patron)\b|\b(?:this (?:article|content|story) is (?:for|available to|reserved for|exclusive to) (?:\p{L}+ )?(?:subscribers|members|registered))|\bAbonnieren Sie\b|\bNewsletter (?:abonnieren|bestellen)|\bAbonnez-vous\b|\bSuscríbete\b|\bget (?:the|our) (?:latest|day’s|day's|best|top|biggest|free)\b[^.]{0,80}\b(?:inbox|newsletter|email|app|phone|alerts?|delivered)\b/iu;
const following =
  /^(?:follow|like|join|find|tweet|connect with|contact|message|email|e-mail|write to|reach|call) (?:us|me|the author|the (?:reporter|writer|newsroom|editor)|our|him|her|them|\S+ on|@\S+|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:on|at) )[^]{0,120}(?:twitter|facebook|instagram|whatsapp|telegram|linkedin|youtube|tiktok|threads|mastodon|bluesky|\bX\b|@|channel|conversation|community|social media|google news)|\bdownload (?:our|the) (?:\p{L}+ )?app\b|\b(?:google play|app store)\b/iu;
const share =
  /^(?:share|share (?:this|on|via|the|with|article|story)\b.*|tweet|retweet|pin it|print|print (?:this|article|page|story).*|e-?mail (?:this|article|story|a link).*|copy link.*|save(?: (?:this )?(?:article|story|for later))?|bookmark.*|gift (?:this )?article|facebook|twitter|whatsapp|linkedin|telegram|reddit|x|(?:\d+ )?comments?(?: \(?\d+\)?)?|(?:leave|post|add|view|read|show|load|join the|start the) (?:a |the |all |your )?(?:\d+ )?(?:comments?|conversation|discussion).*|teilen|drucken|partager|imprimer|compartir|(?:share|print|save|email|tweet|facebook|twitter|whatsapp|linkedin|copy link|reddit|telegram|comments?)(?:[\s·|,/•]+(?:share|print|save|e-?mail|tweet|facebook|twitter|x|whatsapp|linkedin|copy link|reddit|telegram|more|comments?))+)[.:!]?$/iu;
const navigation =
  /^(?:skip to (?:\p{L}+ )*(?:content|navigation|main)|jump to (?:content|comments|navigation)|back to (?:top|home|article)|go to (?:homepage|top)|home(?: ?[>›»/|].*)|menu|search|close|open menu|toggle \p{L}+|loading\b.*|next(?: article| story| page)?|previous(?: article| story| page)?|load more|show more|see more|view (?:all|more|gallery|slideshow).*|read more|more (?:on this story|from \p{L}+.*|news|stories|coverage|to read)|top stories|most (?:read|popular|viewed|shared|watched)|trending(?: now)?|latest(?: news| headlines)?|recommended(?: (?:for you|stories|reading|articles))?|you (?:may|might) (?:also )?(?:like|be interested in).*|related (?:articles?|stories|content|topics|coverage|news|links)?|editors?[’']?s?[’']? (?:picks?|choice)|what to (?:read|know) next|don[’']t miss|in this (?:article|story)|topics|tags|filed under.*|categories|table of contents|contents)[.:]?$/iu;
const leadingElsewhere =
  /^(?:read (?:more|also|next|the full|our|this)\b|also read\b|see also\b|more on this|related\b ?[:–—-]|watch\b ?(?:[:|–—-]|live|now|more|the video)|listen\b ?(?:[:|–—-]|to this|now)|explained?\s?[:|]|opinion\s?[:|]|analysis\s?[:|]|live(?: updates| blog)?\s?[:|–—-]|in pictures\s?[:|]|gallery\s?[:|]|podcast\s?[:|]|don[’']t miss\s?[:|]|recommended\s?[:|]|go deeper\b|lesen sie (?:auch|mehr)|lire aussi|lea también|leer más|click here\b|for more (?:information|news|stories|on)\b[^.]{0,80}\b(?:visit|click|follow|go to|see|read))/iu;
const advertisement =
  /^(?:advertisement|advert|advertising|ad|ads by .*|sponsored(?: content| by .*)?|paid (?:post|content|partnership).*|promoted|anzeige|publicité|publicidad|(?:the )?(?:story|article|text) continues (?:below|after).*|(?:article|story) continues below.*|continue reading(?: (?:below|the main story))?.*|scroll (?:down )?(?:to|for) .*|skip (?:ad|advertisement|promotion).*|after newsletter promotion|remove ads.*|please (?:enable|turn on|disable|allow) .*(?:javascript|ad ?blocker|cookies|ads).*|your browser (?:does not|is out of).*)[.:]?$/iu;
const rights =
  /(?:©|\(c\)|&copy;) ?(?:copyright )?(?:\d{4}|the|by|\p{Lu})|\ball rights reserved\b|^copyright\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\bmay not be (?:published|reproduced|republished|redistributed)\b|\bthe thomson reuters trust principles\b|^(?:our standards|licensing rights|republish (?:this|our))\b|^this (?:article|story|post|piece|report|interview|content) (?:was|is|has been|originally|first)\b[^.]{0,60}\b(?:published|appeared|republished|syndicated|produced|translated|updated|corrected|amended|generated|licen[cs]ed)\b|^(?:correction|clarification|editor[’']s note|note to (?:readers|editors)|disclaimer|disclosure)\b ?[:—–-]/iu;
const contributions =
  /^(?:\(?(?:additional |with )?(?:reporting|writing|editing|edited|written|reported|translation|translated|research|compiled|graphics|production|produced|with files|with (?:agencies|inputs|input|additional reporting|contributions?)) (?:by|from)\b|with (?:agencies|wires)\b|(?:the )?(?:associated press|reuters|afp|bloomberg|dpa|press association)\b[^.]{0,80}\bcontributed\b|[^.]{3,120}\bcontributed (?:to )?(?:this|the) (?:report|article|story|reporting)|sources?: |this (?:exclusive )?(?:interview|article|story|report) (?:features|contains) (?:first-hand|original))/iu;
const byline =
  /^(?:(?:[Bb]y|BY|Von|von|Par|par|Por|por|(?:[Ww]ritten|[Tt]ext|[Ww]ords|[Ss]tory|[Pp]osted|[Pp]ublished) by|Author|From our|By our) ?:? ?(?:\p{Lu}[\p{L}.’'-]*|own|staff|correspondents?)(?:[\s,&|·]+(?:and|und|et|y|de|van|von|der|the|in|for|of|at|own|\p{Lu}[\p{L}.’'-]*|staff|correspondents?|reporter|writer|editor))*)\.?$/u;
const stamp =
  /^(?:(?:first |last )?(?:published|updated|posted|modified|created|veröffentlicht|publié|publicado|aktualisiert|stand)(?: ?:| on| at|,)? (?:\p{L}+day|\d|\p{L}{3,9}\.? \d).{0,70}|\d{1,3} ?(?:min(?:ute)?s?|hours?|days?|h|hrs?)[ -](?:read|ago)|(?:reading|read) time.*|\p{L}+ staff|staff (?:reporter|writer)|our correspondent)\.?$/iu;
const bareDate =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[,\s·|–—-]+(?:at )?\d{1,2}[:.]\d{2}.{0,20}|[,\s·|–—-].{0,40})?$/iu;
const credit =
  /^(?:\[?\(?(?:photo|foto|photograph|photography|picture|pic|image|images|illustration|graphic|graphics|map|chart|video|credit|file photo|file image|stock image|stock photo|photo credit|image credit|photo illustration|artist[’']s (?:rendering|impression|concept)|bild|photographie)s?\b(?: (?:by|from|courtesy|credit|via|copyright|source|caption|of|©).*|\s?[:/©(].*|$))/iu;
const creditAtEnd =
  /(?:\b(?:photo|foto|photograph|picture|image|illustration|credit|graphic|video|courtesy)s?(?: (?:credit|by|courtesy(?: of)?|from|via))?\s?[:/] ?[^.!?]{2,80}\.?|[([—–|/-] ?(?:(?:file )?(?:photo|foto|image|picture)s?\b[^()[\]]{0,60}|[^()[\]]{0,50}\b(?:getty(?: images)?|reuters|associated press|ap(?: photo)?|afp|epa|epa-efe|efe|dpa|tass|pa(?: wire| images| media)?|shutterstock|istock|alamy|unsplash|flickr|wikimedia(?: commons)?|anadolu|xinhua|bloomberg|nurphoto|imago|ritzau|keystone|courtesy|handout|via)\b[^()[\]]{0,50})[)\]]?\.?)$/iu;
const caption =
  /\b(?:pictured|seen here|file photo|archive photo|stock (?:image|photo)|not pictured|shown here|in this (?:file |undated |handout |photo|image|picture|\p{L}+ \d)[^.]{0,60}|looks? on|pos(?:es?|ing) (?:for|with) (?:a |an |the )?(?:photo|picture|photograph|selfie|camera|portrait)|(?:is|are) (?:seen|shown|pictured) (?:in|at|on|during|with|outside|near|above|below|here)|this (?:photo|picture|image|map|graphic|illustration|undated|handout|combination))\b|\((?:left|right|centre|center|top|bottom|above|below|l|r|second (?:left|right)|from left|l-r)\)|,? (?:from left|left to right|far (?:left|right))\b/iu;

/** Whether the paragraph, as it is read, is something that a page prints around its story. */
export function isBoilerplate(paragraph: string): boolean {
  const text = paragraph.replace(/\s+/g, ' ').trim();
  if (text === '') return true;
  if (text.length > longest) return false;
  // "GENEVA, 3 March (Wire) - Talks …" opens a story, whatever it names.
  if (datelineLength(text) > 0 && datelineLength(text) < text.length - 40) return false;
  if (share.test(text) || navigation.test(text) || advertisement.test(text)) return true;
  if (cookies.test(text) && !/[“"«]/.test(text)) return true;
  if (privacy.test(text) || following.test(text) || leadingElsewhere.test(text)) return true;
  if (rights.test(text) || contributions.test(text)) return true;
  if (subscription.test(text) && !/[“"«]/.test(text)) return true;
  if (text.length <= short && isByline(text)) return true;
  return isCaption(text);
}

/** Who wrote it, and when. */
function isByline(text: string): boolean {
  return bareDate.test(text) || byline.test(text) || stamp.test(text);
}

/** The words under a picture, or who took it. */
export function isCaption(paragraph: string): boolean {
  const text = paragraph.replace(/\s+/g, ' ').trim();
  if (text.length > longest) return false;
  if (credit.test(text) || creditAtEnd.test(text)) return true;
  return text.length <= short && caption.test(text) && !/[“"«]/.test(text);
}

/** Ends as a sentence does, so that it is no headline, caption, label or item of a list. */
export function endsAsSentence(paragraph: string): boolean {
  return /[.!?…。！？؟۔।:：][\s"”’»')\]」』*_~`]*(?:\[\d+\][\s.]*)*$/u.test(paragraph);
}
