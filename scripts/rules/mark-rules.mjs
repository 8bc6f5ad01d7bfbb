/** Makes each condition of a source file a rule that can be switched off. Pure: text in, text and rules out. */
import ts from 'typescript';

/**
 * @typedef {object} Rule
 * @property {'if' | 'or' | 'and'} kind `if` and `or` do nothing when off; `and` no longer limits
 * @property {number} line from 1
 * @property {string} words of the condition
 */

/** What marked sources ask: the value of a condition, or what it is when its rule is off. */
export const ASK = 'globalThis.standpointRule';

/**
 * A rule is what decides: the condition of an `if` or `?:`, what follows `||`, and what follows `&&`.
 *
 * @param {string} path
 * @param {string} text
 * @param {number} first the number of the first rule
 * @returns {{ readonly text: string, readonly rules: Rule[] }}
 */
export function markRules(path, text, first) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  /** @type {Rule[]} */
  const rules = [];
  /** @type {{ readonly at: number, readonly opens: boolean, readonly text: string }[]} */
  const marks = [];
  /** @param {Rule['kind']} kind @param {ts.Expression} condition */
  const mark = (kind, condition) => {
    const start = condition.getStart(source);
    const { line } = source.getLineAndCharacterOfPosition(start);
    const id = first + rules.length;
    rules.push({ kind, line: line + 1, words: condition.getText(source).replace(/\s+/g, ' ') });
    marks.push({ at: start, opens: true, text: `${ASK}(${id},${kind === 'and'},` });
    marks.push({ at: condition.getEnd(), opens: false, text: ')' });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIfStatement(node)) mark('if', node.expression);
    else if (ts.isConditionalExpression(node)) mark('if', node.condition);
    else if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      if (kind === ts.SyntaxKind.BarBarToken) mark('or', node.right);
      if (kind === ts.SyntaxKind.AmpersandAmpersandToken) mark('and', node.right);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { text: insert(text, marks), rules };
}

/**
 * Marks that open stand in the order in which they were made, which is from the outside to the inside.
 * @param {string} text
 * @param {readonly { readonly at: number, readonly opens: boolean, readonly text: string }[]} marks
 */
function insert(text, marks) {
  const inOrder = marks.toSorted((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
  let at = 0;
  let marked = '';
  for (const mark of inOrder) {
    marked += text.slice(at, mark.at) + mark.text;
    ({ at } = mark);
  }
  return marked + text.slice(at);
}
