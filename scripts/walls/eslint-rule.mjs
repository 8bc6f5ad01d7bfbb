/**
 * ESLint's rule of the walls. dependency-cruiser follows more kinds of import, but does not see the
 * types that components import; this one sees every import and export that names a module.
 */
import { dirname, join, relative, sep } from 'node:path';
import { faultOfImport } from './walls.mjs';

/** @param {string} root @returns {import('eslint').Rule.RuleModule} */
export function wallsRule(root) {
  return {
    meta: { type: 'problem', schema: [] },
    create(context) {
      const from = relative(root, context.filename).split(sep).join('/');
      /** @param {import('estree').Node} node @param {unknown} specifier */
      const check = (node, specifier) => {
        if (typeof specifier !== 'string' || !specifier.startsWith('.')) return;
        const path = join(dirname(context.filename), specifier.replace(/\?.*$/, ''));
        const to = relative(root, path).split(sep).join('/').replace(/\.js$/, '.ts');
        const message = faultOfImport(from, to);
        if (message !== null) context.report({ node, message });
      };
      /** @param {any} node */
      const ofSource = (node) => {
        if (node.source) check(node, node.source.value);
      };
      return {
        ImportDeclaration: ofSource,
        ExportNamedDeclaration: ofSource,
        ExportAllDeclaration: ofSource,
        ImportExpression: ofSource,
        /** @param {any} node */
        TSImportType: (node) => check(node, node.source?.value)
      };
    }
  };
}
