/** Where a literal stands in TypeScript, and what that says of it: shown, code, or open. Pure. */
import ts from 'typescript';
import { isText, roleOfCall, roleOfName } from './text-rule.mjs';

/** @typedef {import('./text-rule.mjs').Place['role']} Role */

/**
 * How the place of `child` in `node` decides about literals in it.
 * @param {ts.Node} node
 * @param {ts.Node} child
 * @param {Role} role of the node itself
 * @returns {Role}
 */
export function roleOfChild(node, child, role) {
  if (ts.isConditionalExpression(node)) return child === node.condition ? 'open' : role;
  if (ts.isBinaryExpression(node)) return roleOfOperand(node, child, role);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    if (child === node.expression) return 'open';
    const name = calledName(node.expression);
    // Words by which a command is found too are typed, never shown.
    if (COMMANDS.has(name) && (node.arguments ?? []).findIndex((each) => each === child) > 1)
      return 'code';
    return roleOfCall(name);
  }
  // Lists of words are written as one literal that is split.
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'split' ? 'code' : 'open';
  if (ts.isElementAccessExpression(node))
    return child === node.argumentExpression ? 'code' : 'open';
  if (
    ts.isPropertyAssignment(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isBindingElement(node)
  ) {
    if (child !== node.initializer) return 'code';
    const own = roleOfName(nameOf(node.name));
    return own === 'open' && role === 'code' ? 'code' : own;
  }
  if (ts.isVariableDeclaration(node))
    return child === node.initializer ? roleOfName(nameOf(node.name)) : 'code';
  // After a label stands what explains it, also in one word; in a tuple `as const` there can be an id.
  if (ts.isArrayLiteralExpression(node) && role === 'open' && !ts.isAsExpression(node.parent)) {
    const [first] = node.elements;
    return first && ts.isStringLiteral(first) && isText(first.text, 'open') ? 'shown' : role;
  }
  if (ts.isSourceFile(node) || ts.isExpressionStatement(node)) return role;
  if (ts.isArrayLiteralExpression(node) || ts.isParenthesizedExpression(node)) return role;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node))
    return role;
  if (ts.isObjectLiteralExpression(node) && role === 'code') return 'code';
  return 'open';
}

const COMMANDS = new Set(['atAnyTime', 'ofBriefing', 'onDesk']);

/** @param {ts.BinaryExpression} node @param {ts.Node} child @param {Role} role @returns {Role} */
function roleOfOperand({ operatorToken, left, right }, child, role) {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.InKeyword:
      return 'code';
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return child === left ? 'open' : role;
    case ts.SyntaxKind.EqualsToken:
    case ts.SyntaxKind.PlusEqualsToken:
      return child === right ? roleOfName(calledName(left)) : 'open';
    default:
      return role;
  }
}

/** @param {ts.PropertyName | ts.BindingName} name */
function nameOf(name) {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

/** The last name of `a.b.c`. @param {ts.Expression} expression @returns {string} */
function calledName(expression) {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}
