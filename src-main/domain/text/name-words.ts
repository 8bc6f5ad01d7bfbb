/** Words that tell what a name names: a person, a body or a place. */

/** Lexicons are written as prose: words apart by white space. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Stand before a name and make it a person's. */
const titles = wordSet(`
  mr mrs ms miss dr prof professor sir lord lady dame pope king queen prince princess sen senator rep
  representative congressman congresswoman gov governor mayor president vice prime minister chancellor
  premier secretary ambassador envoy general gen colonel col captain capt lieutenant lt admiral adm
  sergeant sgt judge justice speaker chairman chairwoman chair director commissioner rev reverend imam
  sheikh bishop cardinal archbishop rabbi spokesman spokeswoman spokesperson detective officer inspector
  ceo coach emperor sultan major treasurer solicitor undersecretary baroness baron count duke duchess
  deputy former acting chief special foreign defense defence finance interior attorney ex-president
  first press state opposition leader mp councillor councilman alderman superintendent constable
  commander marshal brigadier corporal private manager captain trainer principal dean sister brother
  father mother mullah ayatollah taoiseach mep crown health education trade energy justice economy
  environment labour labor culture home shadow republican democrat democratic senior executive
  assistant associate chairperson co-chair prosecutor counsel
`);
/** By themselves they only colour a title: "Foreign Minister", never "Foreign Volkov". */
const titleModifiers = wordSet(`
  vice prime deputy former acting chief special foreign defense defence finance interior attorney first
  press state opposition crown health education trade energy justice economy environment labour labor
  culture home shadow republican democrat democratic senior executive assistant associate private major
`);
/** Lower-case nouns that, right before a name, say what its bearer does. */
const roles = wordSet(`
  president minister chancellor premier senator governor mayor secretary ambassador envoy king queen pope
  chairman chairwoman chair chairperson speaker general judge director commissioner spokesman spokeswoman
  spokesperson congressman congresswoman nominee candidate coach ceo leader analyst economist professor
  lawyer attorney prosecutor author writer actor actress singer journalist reporter editor founder
  co-founder chief head boss executive manager captain striker midfielder defender goalkeeper scientist
  researcher historian activist campaigner resident farmer teacher doctor nurse officer detective
  sergeant inspector billionaire businessman businesswoman entrepreneur investor strategist adviser
  advisor aide colleague predecessor successor rival husband wife son daughter brother sister father
  mother driver owner artist director filmmaker engineer biologist physicist geologist astronomer
  chemist climatologist epidemiologist councillor lawmaker legislator mp delegate negotiator mediator
  diplomat commander pilot victim witness suspect defendant survivor organiser organizer trader broker
  fisherman skipper winger forward trustee pollster commentator columnist blogger presenter host
  broadcaster novelist poet playwright curator ranger baker plumber midwife pensioner shopkeeper publican
  priest vicar monk nun barrister judge goalkeeper consultant pastor spokesperson
`);
const groupNouns = wordSet(`
  officials leaders sources critics supporters voters lawmakers negotiators diplomats analysts experts
  investigators prosecutors police authorities residents activists protesters protestors demonstrators
  rebels militants troops soldiers forces allies aides advisers advisors economists researchers
  scientists doctors workers unions employees executives investors ministers senators governors members
  delegates journalists reporters campaigners refugees migrants civilians citizens families students
  teachers parents farmers opponents republicans democrats conservatives liberals progressives moderates
  candidates commanders observers mediators envoys politicians legislators ambassadors regulators judges
  victims witnesses ukrainians russians americans europeans palestinians israelis people groups
  strategists operatives donors staffers attorneys lawyers evangelicals muslims christians women men
  historians academics pollsters insiders countries governments nations states companies banks agencies
  parties traders shareholders customers passengers fishermen neighbours neighbors villagers islanders
  commuters players fans clubs nurses patients consumers businesses manufacturers exporters councillors
  organisers organizers engineers crews firefighters rescuers drivers tenants landlords environmentalists
  ecologists astronomers biologists monarchists separatists nationalists mps jurors
`);
const organisationWords =
  /\b(?:Inc|Corp|Corporation|Company|Co|Ltd|LLC|PLC|plc|AG|SA|NV|Holdings|Group|Bank|University|College|Institute|School|Party|Committee|Commission|Council|Court|Congress|Senate|House|Parliament|Assembly|Ministry|Department|Agency|Association|Union|Federation|Organization|Organisation|Foundation|Fund|Administration|Bureau|Office|Service|Services|Force|Forces|Army|Navy|Police|Guard|Times|Post|Journal|News|Press|Daily|Ledger|Chronicle|Gazette|Courier|Examiner|Inquirer|Globe|Dispatch|Review|Bulletin|Observer|Register|Sentinel|Report|Mirror|Tribune|Herald|Guardian|Telegraph|Network|Club|FC|League|Society|Center|Centre|Church|Board|Authority|Alliance|Coalition|Front|Movement|Campaign|Team|Airlines|Airways|Motors|Media|Radio|TV|Television|Magazine|Hospital|Museum|Theatre|Orchestra|Laboratory|Laboratories|Observatory|Trust|Partners|Capital|Industries|Systems|Technologies|Energy|Water|Pharmaceuticals|Railways|Railway|Chamber|Confederation|Tribunal|Secretariat|Brigade|Battalion|Regiment|Legion|Corps|Cabinet|Academy|Consortium|Cooperative|Syndicate|Initiative|Watch|Survey|Registry|Directorate|Inspectorate|Conservatory|Ballet|Choir|Library|Archives?|Studios|Records|Pictures|Entertainment|Productions|Broadcasting|Exchange|Insurance|Petroleum|Electric|Telecom|Communications|Software|Solutions|Associates|Ventures|Securities|Financial|Foods|Stores|Weekly|Channel|Command|Panel|Forum|Treasury|Constabulary|Diocese|Archdiocese|Rovers|Wanderers|Hotspur|Sox|Clinic|Theater|Faculty|Militia|Brotherhood|Caucus|Institution|Taskforce|Squad|Research|Consulting|Analytics|Polling|Strategies|First Nations?)\b/;
/** End the name of a firm or a team, where no given name opens it. */
const firmWords =
  /^(?:Lithium|Gold|Silver|Copper|Nickel|Cobalt|Uranium|Iron|Steel|Aluminium|Oil|Gas|Minerals|Mining|Mines|Metals|Resources|Energy|Power|Solar|Renewables|Chemicals?|Cement|Timber|Motors|Robotics|Semiconductors?|Electronics|Biotech|Pharma|Therapeutics|Logistics|Shipping|Freight|Container|Containers|Terminals?|Brewery|Breweries|Rovers|United|Athletic|Albion|Wanderers|Hotspur)$/;
/** What one body of a text may be called by itself, and what then names none: “the Council”. */
const bodyNouns =
  /^(?:Council|Court|Bank|Party|Commission|Ministry|University|Union|Fund|Committee|Senate|Board|Agency|Coalition|Institute|Foundation|Association|Federation|Authority|Parliament|Assembly|League|Trust|Tribunal|Society|Brotherhood|Church|Cabinet|Army|Navy|Department|Network|Company|Group|Front|Movement|Guard|Club|School|Hospital|Museum|Administration|Bureau|Office|Alliance|Corporation|College|Academy|Centre|Center|Chamber|Confederation|Congress|Service|Times|Post|Journal|Herald|Tribune)$/;
/** Such words of other languages. */
const foreignBodies =
  /(?:^| )(?:Universidad|Universidade|Universit[éàä]t?|Conservatoire|École|Institut|Instituto|Académie|Academia|Ministère|Ministerio|Partido|Parti|Partei|Partito|Banco|Banque|Conseil|Théâtre|Teatro|Asociación|Federación|Fundación|Frente|Movimiento|Gesellschaft|Verein|Assemblée|Comité|Société|Compagnie)(?: |$)/;
/** Bodies known by one name. */
const organisations = new Set(
  (
    'NATO|Labour|Taliban|Hamas|Hezbollah|Kremlin|Pentagon|White House|Downing Street|State Department|Twitter|Facebook|' +
    'Google|Microsoft|Apple|Amazon|Reuters|CNN|BBC|Fox|Fox News|MSNBC|Truth Social|WikiLeaks|Wikileaks|Greenpeace|' +
    'Amnesty|Amnesty International|Human Rights Watch|Oxfam|Unicef|UNICEF|Unesco|UNESCO|Interpol|Europol|Opec|OPEC|Gazprom|' +
    'Boeing|Airbus|Tesla|Toyota|Nissan|Volkswagen|Siemens|Samsung|Sony|Huawei|Meta|Netflix|Uber|Intel|Nvidia|Pfizer|' +
    'AstraZeneca|Shell|BP|ExxonMobil|Chevron|Goldman Sachs|JPMorgan|HSBC|Barclays|Moody’s|Fitch|Politico|Bloomberg|Axios|' +
    'Buzzfeed|BuzzFeed|Breitbart|Telegram|TikTok|YouTube|Instagram|Snapchat|Al Jazeera|Xinhua|Tass|TASS|AFP|Gallup|' +
    'YouGov|Ipsos|Quinnipiac|Rasmussen|Fed|Federal Reserve|Eurostat|Scotland Yard|Whitehall|Holyrood|Bundestag|Bundesrat|' +
    'Knesset|Duma|Rada|Verkhovna Rada|Sejm|Riksdag|Storting|Lok Sabha|Dáil|Politburo|Mossad|Fatah|Likud|Fidesz|' +
    'Sinn Fein|Sinn Féin|Boko Haram|Al Qaeda|al-Qaeda|Islamic State|Isis|ISIS|Brexit Party|Conservatives|Tories|Trump Organization'
  )
    .replace(/’/g, "'")
    .split('|')
);
const placeWords =
  /\b(?:City|County|Street|Avenue|Road|River|Lake|Mountain|Mountains|Mount|Island|Islands|Sea|Ocean|Bay|Valley|Beach|Airport|Province|Region|District|State|Park|Square|Bridge|Strait|Gulf|Desert|Peninsula|Coast|Port|Hall|Stadium|Hotel|Station|Heights|Hills|Springs|Village|Town|Harbour|Harbor|Canal|Forest|Highlands|Archipelago|Glacier|Reef|Basin|Delta|Plateau|Quay|Cemetery|Arena|Castle|Palace|Cathedral|Falls|Highway|Boulevard|Plaza|Tower|Towers|Building|Prison|Reserve|Reserves|Zone|Temple|Mosque|Monastery|Airfield|Territory|Creek|Cove|Fjord|Gardens|Mall|Lakes|Cape|Isles?|Ridge|Field|Fields|Motorway)$/;
/** Stand before the name of a place: "Lake Erie", "Strait of Hormuz". */
const placeOpeners =
  /^(?:Lake|Mount|Mt\.?|Port|Fort|Cape|Camp|Gulf|Strait|Bay|Isle|Kibbutz|Republic|Province|County|City|Municipality|Town|Village|Borough|State|Commonwealth|Kingdom|Principality|Sea|Valley) (?:of (?:the )?)?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u;
/** Called by their last names alone, before or without their full ones. */
const knownPersons = wordSet(`
  Trump Clinton Obama Biden Putin Zelenskyy Zelensky Zelenskiy Sanders Cruz Rubio Romney Pence Kaine Bush Reagan
  Merkel Macron Scholz Merz Netanyahu Modi Erdogan Starmer Sunak Johnson Thatcher Blair Cameron Corbyn Farage
  Harris Vance McConnell Pelosi Schumer Ryan Kasich Carson Christie Huckabee Gingrich Giuliani Comey Mueller
  Manafort Bannon Lavrov Zakharova Peskov Medvedev Lukashenko Orban Orbán Meloni Zelenskyi Trudeau Carney
  Ardern Albanese Kishida Abe Assad Khamenei Rouhani Gaddafi Hussein Mandela Guterres Stoltenberg Rutte Lagarde
  Powell Yellen Musk Zuckerberg Bezos Assange Snowden Lula Bolsonaro Maduro Milei Kissinger Witkoff Hegseth
`);

/** Written out, since the dictionary has no such short forms. */
const shortNames: Readonly<
  Record<string, readonly [name: string, type: 'state' | 'organisation']>
> = {
  'U.S.': ['United States', 'state'],
  US: ['United States', 'state'],
  USA: ['United States', 'state'],
  'U.S.A.': ['United States', 'state'],
  America: ['United States', 'state'],
  'United States': ['United States', 'state'],
  'United States of America': ['United States', 'state'],
  UK: ['United Kingdom', 'state'],
  'U.K.': ['United Kingdom', 'state'],
  Britain: ['United Kingdom', 'state'],
  'Great Britain': ['United Kingdom', 'state'],
  'United Kingdom': ['United Kingdom', 'state'],
  UAE: ['United Arab Emirates', 'state'],
  'United Arab Emirates': ['United Arab Emirates', 'state'],
  'Saudi Arabia': ['Saudi Arabia', 'state'],
  'South Korea': ['South Korea', 'state'],
  'North Korea': ['North Korea', 'state'],
  'New Zealand': ['New Zealand', 'state'],
  'South Africa': ['South Africa', 'state'],
  'Sri Lanka': ['Sri Lanka', 'state'],
  EU: ['European Union', 'organisation'],
  'E.U.': ['European Union', 'organisation'],
  UN: ['United Nations', 'organisation'],
  'U.N.': ['United Nations', 'organisation'],
  GOP: ['Republican Party', 'organisation']
};
export function isTitle(word: string): boolean {
  return titles.has(word.toLowerCase().replace(/\.$/, ''));
}

export function isTitleModifier(word: string): boolean {
  return titleModifiers.has(word.toLowerCase());
}

export function isRole(word: string): boolean {
  return roles.has(word.toLowerCase());
}

/** Such as “officials” and “voters”: many who have no name of their own. */
export function isGroupWord(word: string): boolean {
  return groupNouns.has(word.toLowerCase());
}

/** Such as “NATO”: a body known by that name. */
export function isKnownOrganisation(name: string): boolean {
  return organisations.has(name);
}

export function isOrganisationName(name: string): boolean {
  return organisations.has(name) || organisationWords.test(name) || foreignBodies.test(name);
}

/** Whether `word` says of a name that it is a body's, as "Union"; not a body known by one name. */
export function isOrganisationWord(word: string): boolean {
  return organisationWords.test(word);
}

/** Whether `word` is all that a body is called by where its name is known: “Council”. */
export function isBodyNoun(word: string): boolean {
  return bodyNouns.test(word);
}

/** "Lithium", "Rovers": of more than one word. */
export function isFirmWord(word: string): boolean {
  return firmWords.test(word);
}

export function isPlaceName(name: string): boolean {
  return placeWords.test(name) || (placeOpeners.test(name) && !organisationWords.test(name));
}

export function isKnownPerson(name: string): boolean {
  return knownPersons.has(name);
}

export function fullName(
  name: string
): readonly [name: string, type: 'state' | 'organisation'] | null {
  return Object.hasOwn(shortNames, name) ? (shortNames[name] ?? null) : null;
}

/** “I”, “its”, “all”, “the terrorists”, and without an article “cabinet”: whoever speaks is not told by it. */
export function namesNobody(speaker: string): boolean {
  if (
    /^\P{L}*(?:i|we|you|they|he|she|it|my|our|your|their|his|her|its|this|that|these|those|who|one|all|any|both|each|every|few|many|most|none|others?|several|some)\b/iu.test(
      speaker
    )
  )
    return true;
  if (/^\p{Ll}+$/u.test(speaker) || isBodyNoun(speaker)) return true;
  return !/\p{Lu}/u.test(speaker.replace(/^the\b/iu, '')) && /\p{Ll}{2}(?<!s)s$/u.test(speaker);
}
