/** What a page says about itself in its head: publisher, author, date and address. */
import { type ArticleFacts, noFacts } from '../../domain/program/article.js';
import { readDate } from '../../domain/text/read-date.js';

/** What is asked of a document, whichever library parsed it. */
interface PageElement {
  getAttribute(name: string): string | null;
  readonly textContent: string | null;
}
export interface Page {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Before anything is taken out of the page: the scripts hold the linked data. */
export function readPageFacts(page: Page): ArticleFacts {
  const data = readLinkedData(
    [...page.querySelectorAll('script[type="application/ld+json"]')].map(
      (script) => script.textContent ?? ''
    )
  );
  const named = (...names: string[]) => firstMeta(page, names);
  return {
    title: clean(textOf(data?.['headline']) || named('og:title', 'twitter:title', 'dc.title')),
    publisher: clean(
      nameOf(data?.['publisher']) ||
        named('og:site_name', 'dc.publisher', 'publisher', 'application-name')
    ),
    author: clean(
      nameOf(data?.['author']) ||
        notAnAddress(named('author', 'article:author', 'dc.creator', 'byl', 'parsely-author')) ||
        clean(page.querySelector('[rel="author"], [itemprop="author"], .byline')?.textContent ?? '')
    ).replace(/^by\s+(?=\p{Lu})/iu, ''),
    published:
      readDate(textOf(data?.['datePublished']) || textOf(data?.['dateCreated'])) ??
      readDate(
        named(
          'article:published_time',
          'datepublished',
          'date',
          'pubdate',
          'dc.date',
          'dc.date.issued',
          'dcterms.created',
          'parsely-pub-date',
          'sailthru.date'
        )
      ) ??
      stampedDate(page),
    made: null,
    url: addressOf(page, data)
  };
}

/** The facts of `first`, and those of `second` where it is silent. */
export function joinFacts(first: ArticleFacts, second: Partial<ArticleFacts>): ArticleFacts {
  const filled = { ...noFacts, ...second };
  return {
    title: first.title || filled.title,
    publisher: first.publisher || filled.publisher,
    author: first.author || filled.author,
    published: first.published ?? filled.published,
    made: first.made ?? filled.made,
    url: first.url || filled.url
  };
}

function firstMeta(page: Page, names: readonly string[]): string {
  const found = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name');
    const key = (name ?? meta.getAttribute('itemprop') ?? '').toLowerCase();
    const content = meta.getAttribute('content') ?? '';
    if (content.trim() && !found.has(key)) found.set(key, content);
  }
  return names.map((name) => found.get(name)).find((content) => content !== undefined) ?? '';
}

function stampedDate(page: Page) {
  const times = [
    page.querySelector('time[pubdate][datetime]'),
    page.querySelector('[itemprop="datePublished"]'),
    page.querySelector('article time[datetime], main time[datetime]'),
    page.querySelector('time[datetime]')
  ];
  for (const time of times) {
    const stated = time?.getAttribute('datetime') ?? time?.getAttribute('content');
    const date = readDate(stated ?? time?.textContent ?? '');
    if (date) return date;
  }
  return null;
}

function addressOf(page: Page, data: LinkedData | null): string {
  const candidates = [
    page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '',
    firstMeta(page, ['og:url', 'twitter:url']),
    textOf(data?.['url']),
    textOf(data?.['mainEntityOfPage'])
  ];
  return candidates.find(isWebAddress) ?? '';
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

/** Open Graph wants an address as the author where writers want their name. */
function notAnAddress(name: string): string {
  return /^https?:/i.test(name) ? '' : name;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const id = value && typeof value === 'object' && '@id' in value ? value['@id'] : '';
  return typeof id === 'string' ? id : '';
}

/** Of one or several persons or organisations. */
function nameOf(value: unknown): string {
  if (Array.isArray(value)) {
    return [...new Set(value.map(nameOf).filter((name) => name !== ''))].join(', ');
  }
  if (typeof value === 'string') return notAnAddress(value);
  const name = value && typeof value === 'object' && 'name' in value ? value.name : '';
  return typeof name === 'string' ? name : '';
}

function clean(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** Schema.org data that news pages carry in scripts of type `application/ld+json`. */

type LinkedData = Readonly<Record<string, unknown>>;

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;
/** More is no description of an article, and parsing it would cost. */
const longest = 500_000;
const deepest = 6;

/** The first description of an article, or `null`. A script that is no JSON is the page's fault, and passed over. */
function readLinkedData(scripts: readonly string[]): LinkedData | null {
  for (const script of scripts) {
    if (script.length > longest) continue;
    const found = findArticle(parse(script), 0);
    if (found) return found;
  }
  return null;
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function findArticle(value: unknown, depth: number): LinkedData | null {
  if (typeof value !== 'object' || value === null || depth > deepest) return null;
  const entry = value as LinkedData;
  const types = [entry['@type']].flat();
  if (types.some((type) => typeof type === 'string' && articleTypes.test(type))) return entry;
  const inner = Array.isArray(value) ? value : [entry['@graph'], entry['mainEntity']];
  for (const each of inner) {
    const found = findArticle(each, depth + 1);
    if (found) return found;
  }
  return null;
}
