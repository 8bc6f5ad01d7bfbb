/** Who can say, think or want something: people, what they write, bodies. */
import { isNominal } from '../reading/noun-phrases.js';
import { type Token, wordSet } from '../reading/tagger.js';

const personalPronouns = wordSet(
  'he she they we i you who everyone everybody someone nobody some others many most both several few neither all those one'
);
/** Never the subject of a reporting verb by themselves. */
const notSubjects = wordSet(`
  him her them us me himself herself themselves there what when where why how this that these those
  which whom whose
`);
const speakerNouns = wordSet(`
  man men woman women person people parties leader leaders voter voters source sources group groups party campaign
  team government administration court committee president poll polls polling survey study report
  reports aide aides ally allies critic critics expert experts candidate nominee secretary minister
  judge agent agents newspaper paper magazine republicans democrats conservatives liberals staff board
  house senate congress parliament union company ministry department agency statement article
  editorial ad letter memo email tweet post data figures document documents family father mother wife
  husband son daughter friend friends crowd audience public majority percent % half third quarter chief
  head police authorities prosecution defence defense opposition coalition bank council commission
  association federation institute university hospital lawyer lawyers attorney attorneys doctor doctors
  scientist scientists resident residents witness witnesses official officials spokesman spokeswoman
  spokesperson diplomat diplomats economist economists analyst analysts coach captain player players
  club firm ceo chairman chairwoman king queen prince pope bishop general army military navy airline
  regulator watchdog charity ngo guidelines law lawsuit complaint filing indictment verdict ruling
  petition brief review inquiry panel jury school teacher teachers student students parent parents
  farmer farmers worker workers investor investors trader traders mayor governor senator ambassador
  envoy delegate delegates member members officer officers guard soldier soldiers rebel rebels
  activist activists campaigner campaigners neighbour neighbours neighbor victim victims relative
  relatives patient patients author authors historian professor nation country kremlin capital
  palace treasury side sides boss partner host sheriff detective detectives organisers organizers
  scholar scholars insider insiders counsel trust fund insurer insurers union unions operator developer
  results surveys records studies papers emails statistics numbers estimates files findings minutes
  filings transcripts projections railway tribunal ombudsman academics charity charities tenants landlords shippers builders islanders
  camp camps establishment elite elites media press outlet outlets broadcaster broadcasters network networks
  tabloid tabloids paper papers journal newsletter blog website site column columns columnist editor editors
  moderate moderates progressive progressives centrist centrists liberal conservative republican democrat
  libertarian libertarians evangelical evangelicals millennial millennials pundit pundits surrogate surrogates
  donor donors backer backers hawk hawks dove doves base electorate faction factions caucus delegation
  bloc regime monarchy dictator tsar czar chancellor premier pm mp mps mep meps lord lords peer peers
  senators congressman congressmen congresswoman lawmaker lawmakers legislature legislator legislators assemblyman
  councillor councillors councilman councilwoman commissioner commissioners mayors governors presidents
  ministers secretaries ministries departments governments administrations states cities countries nations
  adults americans respondents consumers households taxpayers citizens civilians migrants refugees
  immigrants families children girls boys girl boy kids youth mothers fathers wives husbands sons daughters parents
  brother brothers sister sisters uncle aunt cousin cousins widow widower grandmother grandfather
  businesses companies firms banks lenders retailers employers employees unions bosses executives executive
  directors founder founders owner owners entrepreneur entrepreneurs brokers broker fund funds strategists
  nurse nurses medics paramedics physicians surgeon surgeons firefighters crew crews pilots pilot captain
  troops forces commander commanders lieutenant sergeant colonel marshal admiral veterans militants militia
  cleric clerics priest priests imam rabbi rabbis nun monk archbishop bishops church churches mosque synagogue
  congregation faithful artist singer actor actress musician band novelist poet publisher studio
  fans fan supporter team teams squad league federation manager managers striker goalkeeper coaches referee
  suspect suspects defendant defendants plaintiff plaintiffs prisoner inmate inmates accuser accusers survivor
  survivors juror jurors judges magistrate justices bench courts appellate prosecutors investigators cops
  sheriff deputies deputy detective inspector auditors auditor regulators watchdogs supervisors
  intelligence bureau office authority foundation institution institutions think-tank alliance consortium taskforce
  committees subcommittee councils boards chamber chambers parliamentarians academy colleges college schools
  colleague colleagues insiders lobby lobbyist lobbyists adviser advisers advisor advisors confidant speechwriter
  everyone folks guy guys bystander onlookers locals villagers townspeople crowds protesters marchers mob strikers
`);
/** Measures and papers that say or want something; people take sides on them as well. */
const paperNouns = wordSet(`
  bill measure legislation amendment platform manifesto resolution order proposal agenda treaty agreement
  constitution statute act rule directive deal budget tape video recording footage transcript excerpt
  caption headline headlines book memoir op-ed release note notes memos emails audit investigation probe forecast
  forecasts model models index census chart graph analysis assessment dossier communique communiqué affidavit
  subpoena testimony research evidence account accounts message messages texts posts tweets letters articles
  editorials ads advertisement leaflet flyer pamphlet brochure poster banner sign website proclamation motion
  writ summons injunction opinion dissent questionnaire scorecard white-paper
`);

export function isNoSubject(token: Token): boolean {
  return notSubjects.has(token.lower);
}

export function isPaper({ lower }: Token): boolean {
  return paperNouns.has(lower);
}

/** Whether `head`, the last word of a noun phrase, is somebody or something that can report. */
export function canSpeak(head: Token): boolean {
  if (head.pos === 'PROPN') return true;
  // "Two wanted a cut"
  if (head.pos === 'NUM') return /^\p{L}/u.test(head.text);
  if (head.pos === 'PRON') return personalPronouns.has(head.lower);
  if (speakerNouns.has(head.lower) || isPaper(head) || personalPronouns.has(head.lower))
    return true;
  return (
    isNominal(head) &&
    /(?:ist|ists|ian|ians|ants?|[^aeiou]ers?|ators?|[ct]ors?|spokes\w+|ees?|eers?)$/.test(
      head.lower
    ) &&
    !/^(?:number|matter|letter|paper|order|power|water|summer|winter|corner|member|answer|factors?|doctor|sector|sectors|border|borders|quarter|centers?|computers?|numbers?|matters|orders|powers|moment|amount|account|front|point|event|want|plant|grant|agreement)s?$/.test(
      head.lower
    )
  );
}
