/** The list of components names what reaches people: no tool of development, no package twice. */
import { expect, it } from 'vitest';
import { shippedComponents } from './shipped-components.mjs';

const bom = {
  metadata: {
    component: { 'bom-ref': 'standpoint@1.0.0', type: 'library', name: 'folder', version: '1.0.0' }
  },
  components: [
    {
      'bom-ref': 'zod@4.0.0',
      type: 'library',
      name: 'zod',
      version: '4.0.0',
      scope: 'optional',
      properties: [{ name: 'cdx:npm:package:development' }]
    },
    { 'bom-ref': 'vitest@4.0.0', type: 'library', name: 'vitest', version: '4.0.0' },
    { 'bom-ref': 'diff@9.0.0', type: 'library', name: 'diff', version: '9.0.0' }
  ],
  dependencies: [
    { ref: 'standpoint@1.0.0', dependsOn: ['zod@4.0.0', 'vitest@4.0.0'] },
    { ref: 'vitest@4.0.0', dependsOn: ['diff@9.0.0'] },
    { ref: 'zod@4.0.0', dependsOn: [] }
  ]
};
const shipped = [
  { name: 'zod', version: '4.0.0' },
  { name: 'GeoNames, names of places', version: '3.1.0' }
];

it('keeps the packages that are in the program, and what they need of one another', () => {
  const { components, dependencies } = shippedComponents(bom, shipped);
  expect(components.map(({ name }) => name)).toEqual(['zod', 'GeoNames, names of places']);
  expect(dependencies).toEqual([
    { ref: 'standpoint@1.0.0', dependsOn: ['zod@4.0.0'] },
    { ref: 'zod@4.0.0', dependsOn: [] }
  ]);
});

it('calls a package that was bundled required, whatever it is in a checkout', () => {
  const [zod] = shippedComponents(bom, shipped).components;
  expect(zod).toMatchObject({ scope: 'required', properties: [] });
});

it('names lists of words as data, and the program as itself', () => {
  const { components, metadata } = shippedComponents(bom, shipped);
  expect(components[1]).toEqual({
    type: 'data',
    name: 'GeoNames, names of places',
    version: '3.1.0'
  });
  expect(metadata.component).toMatchObject({ type: 'application', name: 'standpoint' });
});
