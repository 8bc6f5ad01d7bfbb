/**
 * Finds where a source file can be mutated, and how. Pure: text in, sites out.
 *
 * Left out is what no test is meant to see: types, sentences, what is thrown and what goes to the log.
 */
import ts from 'typescript';
import { readScripts } from './read-scripts.mjs';

/**
 * @typedef {object} Site
 * @property {string} operator
 * @property {number} start in the file, in UTF-16 code units
 * @property {number} end exclusive
 * @property {string} original the text between them
 * @property {string} mutated what takes its place
 * @property {'expression' | 'statement'} form
 * @property {boolean} atLoad whether it runs once, when the module is loaded
 * @property {number} line from 1
 * @property {string} lineText the line on which it starts, trimmed
 * @property {number} ordinal which of several with the same operator, original and line text, from 0
 */

/** @typedef {Pick<Site, 'operator' | 'mutated' | 'form'> & { node: ts.Node }} Found */

const RELATIONS = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>']
]);
const EQUALITIES = new Map([
  [ts.SyntaxKind.EqualsEqualsToken, '!='],
  [ts.SyntaxKind.ExclamationEqualsToken, '=='],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '===']
]);
const LOGIC = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&']
]);
const ARITHMETIC = new Map([
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.PlusEqualsToken, '-='],
  [ts.SyntaxKind.MinusEqualsToken, '+=']
]);

const LOG = /^console\.|\blog\b|\.warn\b/;

/**
 * @param {string} path tells whether it is a component
 * @param {string} text
 * @returns {Site[]} in the order of the text
 */
export function findSites(path, text) {
  const lines = text.split('\n');
  const starts = lineStarts(text);
  const sites = readScripts(path, text).flatMap(({ content, offset, runsAtLoad }) => {
    const source = ts.createSourceFile(
      path,
      content,
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TS
    );
    return findInScript(source).map((found) => {
      const start = offset + found.node.getStart(source);
      const line = starts.findLastIndex((at) => at <= start);
      return {
        operator: found.operator,
        start,
        end: offset + found.node.getEnd(),
        original: found.node.getText(source),
        mutated: found.mutated,
        form: found.form,
        atLoad: runsAtLoad && !isInFunction(found.node),
        line: line + 1,
        lineText: (lines[line] ?? '').trim(),
        ordinal: 0
      };
    });
  });
  sites.sort((a, b) => a.start - b.start || a.end - b.end);
  return numberAlike(sites);
}

/**
 * What a site is known by when lines were added before it.
 * @param {Pick<Site, 'operator' | 'original' | 'lineText'>} site
 */
export function likenessOf({ operator, original, lineText }) {
  return JSON.stringify([operator, original, lineText]);
}

/** @param {Site[]} sites */
function numberAlike(sites) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return sites.map((site) => {
    const key = likenessOf(site);
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    return { ...site, ordinal };
  });
}

/** @param {string} text */
function lineStarts(text) {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  return starts;
}

/** @param {ts.SourceFile} source */
function findInScript(source) {
  /** @type {Found[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (isLeftOut(node)) return;
    found.push(...mutationsOf(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** @param {ts.Node} node */
function isLeftOut(node) {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isThrowStatement(node) ||
    (ts.isCallExpression(node) && LOG.test(node.expression.getText()))
  );
}

/** @param {ts.Node} node */
function isInFunction(node) {
  return (
    ts.findAncestor(
      node,
      (above) => ts.isFunctionLike(above) || (ts.isPropertyDeclaration(above) && !isStatic(above))
    ) !== undefined
  );
}

/** @param {ts.PropertyDeclaration} property */
function isStatic({ modifiers = ts.factory.createNodeArray() }) {
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
}

/**
 * @param {ts.Node} node
 * @param {ts.SourceFile} source
 * @returns {Found[]}
 */
function mutationsOf(node, source) {
  /** @param {ts.Node} part */
  const textOf = (part) => part.getText(source);
  /** @type {(operator: string, mutated: string, part?: ts.Node) => Found} */
  const replace = (operator, mutated, part = node) => ({
    operator,
    mutated,
    form: 'expression',
    node: part
  });
  /** @type {Found[]} */
  const found = [];
  const condition = conditionOf(node);
  if (condition) found.push(replace('negate condition', `!(${textOf(condition)})`, condition));
  if (ts.isBinaryExpression(node)) found.push(...mutationsOfBinary(node, textOf, replace));
  if (node.kind === ts.SyntaxKind.TrueKeyword) found.push(replace('flip boolean', 'false'));
  if (node.kind === ts.SyntaxKind.FalseKeyword) found.push(replace('flip boolean', 'true'));
  if (ts.isNumericLiteral(node) && isValue(node)) {
    found.push(replace('change number', String(Number(node.text) + 1)));
  }
  if (ts.isStringLiteral(node) && isValue(node) && isWord(node.text)) {
    found.push(replace('empty string', "''"));
  }
  if (ts.isExpressionStatement(node) && isDroppable(node.expression)) {
    found.push({ operator: 'drop call', mutated: '{}', form: 'statement', node });
  }
  const returned = returnedBy(node);
  const empty = returned && emptyResult(returned);
  if (returned && empty && empty !== textOf(returned)) {
    found.push(replace('return empty', empty, returned));
  }
  return found;
}

/**
 * @param {ts.BinaryExpression} node
 * @param {(part: ts.Node) => string} textOf
 * @param {(operator: string, mutated: string) => Found} replace
 * @returns {Found[]}
 */
function mutationsOfBinary({ left, operatorToken, right }, textOf, replace) {
  const { kind } = operatorToken;
  /** @param {string} sign */
  const swapped = (sign) => `${textOf(left)} ${sign} ${textOf(right)}`;
  const relation = RELATIONS.get(kind);
  if (relation) return [replace('swap relation', swapped(relation))];
  const equality = EQUALITIES.get(kind);
  if (equality) return [replace('swap equality', swapped(equality))];
  const logic = LOGIC.get(kind);
  if (logic) return [replace('swap logic', `(${textOf(left)}) ${logic} (${textOf(right)})`)];
  const arithmetic = ARITHMETIC.get(kind);
  if (arithmetic && ![left, right].some(isText)) {
    return [replace('swap arithmetic', swapped(arithmetic))];
  }
  // `!` quiets the compiler, which would refuse nearly all of these.
  if (kind === ts.SyntaxKind.QuestionQuestionToken) {
    return [replace('drop fallback', `(${textOf(left)})!`)];
  }
  return [];
}

/** @param {ts.Node} node @returns {ts.Expression | undefined} */
function conditionOf(node) {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    return node.expression;
  }
  if (ts.isForStatement(node) || ts.isConditionalExpression(node)) return node.condition;
  return undefined;
}

/** Text that is added to, as far as the syntax shows it. @param {ts.Node} node @returns {boolean} */
function isText(node) {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  return ts.isBinaryExpression(node) && (isText(node.left) || isText(node.right));
}

/** Whether a literal is a value, and not a name, an index or a directive. @param {ts.Expression} node */
function isValue(node) {
  const { parent } = node;
  return !(
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword) ||
    (ts.isPropertyDeclaration(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node) ||
    ts.isMethodDeclaration(parent) ||
    ts.isExpressionStatement(parent)
  );
}

/** A key, a kind or a mark; what has several words is a sentence for a person. @param {string} text */
function isWord(text) {
  return text !== '' && !/\s/.test(text.trim());
}

/** @param {ts.Expression} expression @returns {boolean} */
function isDroppable(expression) {
  if (ts.isAwaitExpression(expression) || ts.isVoidExpression(expression)) {
    return isDroppable(expression.expression);
  }
  return (
    ts.isCallExpression(expression) &&
    expression.expression.kind !== ts.SyntaxKind.SuperKeyword &&
    !isLeftOut(expression)
  );
}

/** @param {ts.Node} node @returns {ts.Expression | undefined} */
function returnedBy(node) {
  if (ts.isReturnStatement(node)) return node.expression;
  return ts.isArrowFunction(node) && !ts.isBlock(node.body) ? node.body : undefined;
}

/**
 * What says "nothing" and fits the declared result; `null` where none is declared, or none fits: the
 * compiler would refuse it.
 * @param {ts.Expression} returned
 */
function emptyResult(returned) {
  const owner = ts.findAncestor(returned.parent, ts.isFunctionLike);
  if (!owner?.type) return null;
  const type = owner.type
    .getText()
    .replace(/^Promise<(.*)>$/s, '$1')
    .trim();
  if (/\bnull$|^null\b/.test(type)) return 'null';
  if (/\bundefined$/.test(type)) return 'undefined';
  if (type === 'boolean') return `!(${returned.getText()})`;
  if (type === 'string') return "''";
  if (type === 'number') return '0';
  if (/^(readonly )?[^|&()=>]+\[\]$/.test(type)) return '[]';
  const collection = /^(?:Readonly)?(Map|Set)<[^|]*>$/s.exec(type);
  return collection ? `new ${collection[1]}()` : null;
}
