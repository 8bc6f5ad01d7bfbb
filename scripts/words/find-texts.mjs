/**
 * Finds the texts for a person in a source file, by the compilers' syntax trees. Which literals count is said in
 * `text-rule.mjs`. In a component, all that stands in an element is shown; in TypeScript, bugs that are thrown,
 * comparisons, types, imports and keys are code. Pure.
 */
import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { roleOfChild } from './role-of-place.mjs';
import { isText, roleOfName } from './text-rule.mjs';

/** @typedef {import('./text-rule.mjs').Place['role']} Role */

/**
 * @typedef {object} Text
 * @property {string} words with `{name}` for what is put in
 * @property {number} line from 1
 * @property {number} start of all of it in the file, quotes left out
 * @property {number} end
 * @property {readonly (readonly [start: number, end: number])[]} fixed its parts that are words, as written
 * @property {'markup' | 'literal'} form in which the parts are written
 */

/**
 * @param {string} path tells whether it is a component
 * @param {string} source
 * @returns {Text[]} in the order of the file; one may stand within what is put into another
 */
export function findTexts(path, source) {
  /** @type {Text[]} */
  const found = [];
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  /** @param {Omit<Text, 'line'>} text */
  const add = (text) =>
    found.push({ ...text, line: starts.findLastIndex((at) => at <= text.start) + 1 });

  if (path.endsWith('.svelte')) findInComponent(source, add);
  else findInScript(source, 0, 'open', add);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** @typedef {(text: Omit<Text, 'line'>) => void} Add */
/** @typedef {{ type: string, start: number, end: number, [key: string]: unknown }} Node */

/** @param {string} source @param {Add} add */
function findInComponent(source, add) {
  const { fragment, instance, module } = parse(source, { modern: true });
  for (const script of [module, instance]) {
    if (!script) continue;
    const { start, end } = /** @type {{ start: number, end: number }} */ (
      /** @type {unknown} */ (script.content)
    );
    findInScript(source.slice(start, end), start, 'open', add);
  }
  visit(/** @type {Node} */ (/** @type {unknown} */ (fragment)));

  /** @param {unknown} value */
  function visit(value) {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null || !('type' in value)) return;
    const node = /** @type {Node} */ (value);
    if (node.type === 'Comment') return;
    if (node.type === 'Fragment') {
      for (const run of runsOf(/** @type {Node[]} */ (node['nodes']))) addRun(run, 'shown');
    } else if (node.type === 'Attribute') {
      const values = [node['value']].flat().filter((each) => each !== true);
      addRun(/** @type {Node[]} */ (values), roleOfName(String(node['name'])));
      return;
    } else if (node.type === 'ExpressionTag') {
      return;
    } else if (isExpression(node)) {
      return findInExpression(node, 'open');
    }
    for (const [key, child] of Object.entries(node)) if (!BESIDE.has(key)) visit(child);
  }

  /** @param {readonly Node[]} run of texts and expressions beside one another @param {Role} role */
  function addRun(run, role) {
    const expressions = run.filter(({ type }) => type === 'ExpressionTag');
    for (const tag of expressions) findInExpression(/** @type {Node} */ (tag['expression']), role);
    const words = run.map((part) => (part.type === 'Text' ? part['data'] : nameIn(part))).join('');
    const said = words.replaceAll(/\s+/g, ' ').trim();
    const fixed = run.filter(({ type }) => type === 'Text');
    // One word of a prop that carries no text is an id, such as that of a command.
    const isOfCode =
      role === 'open' && run.length === 1 && /^\S*$/.test(said) && /^[^A-Z]/.test(said);
    if (fixed.length === 0 || isOfCode || !isText(said, role)) return;
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) return;
    const before = first.type === 'Text' ? (/^\s*/.exec(wordsOf(first))?.[0].length ?? 0) : 0;
    const after = last.type === 'Text' ? (/\s*$/.exec(wordsOf(last))?.[0].length ?? 0) : 0;
    add({
      words: said,
      start: first.start + before,
      end: last.end - after,
      fixed: fixed.map(({ start, end }) => [start, end]),
      form: 'markup'
    });
  }

  /** @param {Node} node */
  function wordsOf({ start, end }) {
    return source.slice(start, end);
  }

  /** @param {Node} tag */
  function nameIn(tag) {
    const { start, end } = /** @type {Node} */ (tag['expression']);
    return `{${shortName(source.slice(start, end))}}`;
  }

  /** @param {Node} expression @param {Role} role */
  function findInExpression({ start, end }, role) {
    findInScript(`(${source.slice(start, end)})`, start - 1, role, add);
  }
}

/** Parts of a node that hold no words of it. */
const BESIDE = new Set(['loc', 'name_loc', 'metadata', 'parameters', 'context']);

/** Blocks, elements and tags of Svelte; all else in its tree is of JavaScript. @param {Node} node */
function isExpression({ type }) {
  return (
    !/^(?:Fragment|Text|Component|Attribute|StyleSheet|.*(?:Tag|Block|Directive)|Svelte.*|.*Element|Boundary)$/.test(
      type
    ) || /^(?:Expression)?Statement$|^ArrayElement$/.test(type)
  );
}

/**
 * Texts and expressions that follow one another without an element between them.
 * @param {readonly Node[]} nodes
 * @returns {Node[][]}
 */
function runsOf(nodes) {
  /** @type {Node[][]} */
  const runs = [[]];
  for (const node of nodes) {
    if (node.type === 'Text' || node.type === 'ExpressionTag') runs.at(-1)?.push(node);
    else if (node.type !== 'Comment') runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/**
 * @param {string} code a module, or an expression in parentheses
 * @param {number} offset of it in the file
 * @param {Role} role of the expression
 * @param {Add} add
 */
function findInScript(code, offset, role, add) {
  const file = ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  visit(file, role);

  /** @param {ts.Node} node @param {Role} role */
  function visit(node, role) {
    if (isLeftOut(node)) return;
    if (ts.isStringLiteralLike(node)) return void addLiteral(node, [node], role);
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
      // Only spaces between what is put in: a number and its noun.
      const isShown =
        addLiteral(node, parts, role) ||
        (role !== 'code' && /^\s+$/.test(parts.map(textOf).join('')));
      const names = node.templateSpans.map(({ expression }) => expression);
      return names.forEach((each) =>
        visit(each, isShown ? 'shown' : role === 'code' ? 'code' : 'open')
      );
    }
    ts.forEachChild(node, (child) => {
      visit(child, roleOfChild(node, child, role));
    });
  }

  /**
   * @param {ts.Node} whole
   * @param {readonly ts.Node[]} parts
   * @param {Role} role
   * @returns {boolean} whether it is text
   */
  function addLiteral(whole, parts, role) {
    const names = ts.isTemplateExpression(whole)
      ? whole.templateSpans.map(({ expression }) => `{${shortName(expression.getText(file))}}`)
      : [];
    const words = parts.map((part, i) => textOf(part) + (names[i] ?? '')).join('');
    if (!isText(words, role)) return false;
    add({
      words: words.replaceAll(/\s+/g, ' '),
      start: offset + whole.getStart(file) + 1,
      end: offset + whole.getEnd() - 1,
      fixed: parts.map((part) => {
        const text = part.getText(file);
        const closes = text.endsWith('${') ? 2 : 1;
        return [offset + part.getStart(file) + 1, offset + part.getEnd() - closes];
      }),
      form: 'literal'
    });
    return true;
  }
}

/** @param {ts.Node} part of a literal */
function textOf(part) {
  return /** @type {ts.LiteralLikeNode} */ (part).text;
}

/** @param {ts.Node} node */
function isLeftOut(node) {
  return (
    (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    (ts.isCaseClause(node.parent ?? node) &&
      /** @type {ts.CaseClause} */ (node.parent).expression === node) ||
    (ts.isNewExpression(node) && /^(?:Type|Range|Syntax)?Error$/.test(node.expression.getText())) ||
    (ts.isCallExpression(node) &&
      /^(?:import|console\..*|z\..*|.*\b[lL]og\.\w+)$/.test(node.expression.getText()))
  );
}

/** What is put in, as a translator would read it: `title` for `briefing.title`. @param {string} expression */
function shortName(expression) {
  const names = expression.match(/[A-Za-z_$][\w$]*/g) ?? ['…'];
  return /^[\w$.?!()[\]]+$/.test(expression)
    ? (names.at(-1) ?? '…')
    : (/^(\w+)/.exec(expression)?.[1] ?? '…');
}
