/**
 * A list of what the program is made of, in CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/): npm
 * lists all that a checkout installs, and this keeps what reaches people. Pure.
 */

/** @typedef {{ readonly name: string, readonly version: string }} Shipped as in out/licences.json */
/**
 * @typedef {object} Component
 * @property {string} [bom-ref]
 * @property {string} type
 * @property {string} name
 * @property {string} version
 * @property {string} [scope]
 * @property {readonly { readonly name: string }[]} [properties]
 */
/**
 * @typedef {object} Bom
 * @property {{ component: Component & Record<string, unknown> } & Record<string, unknown>} metadata
 * @property {readonly Component[]} components
 * @property {readonly { readonly ref: string, readonly dependsOn: readonly string[] }[]} dependencies
 */

/**
 * @param {Bom} bom what `npm sbom` says of the lock file
 * @param {readonly Shipped[]} shipped packages and data of which something is in the program
 * @returns {Bom} with data that is no package as components of type `data`
 */
export function shippedComponents(bom, shipped) {
  const wanted = new Set(shipped.map(idOf));
  const kept = bom.components.filter((each) => wanted.has(idOf(each)));
  const found = new Set(kept.map(idOf));
  const root = bom.metadata.component['bom-ref'] ?? '';
  const refs = new Set([...kept.map((each) => each['bom-ref'] ?? ''), root]);
  /** @type {Component[]} */
  const data = shipped
    .filter((each) => !found.has(idOf(each)))
    .map(({ name, version }) => ({ type: 'data', name, version }));
  return {
    ...bom,
    metadata: {
      ...bom.metadata,
      component: { ...bom.metadata.component, type: 'application', name: 'standpoint' }
    },
    components: [...kept.map(asShipped), ...data],
    dependencies: bom.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map((each) => ({ ...each, dependsOn: each.dependsOn.filter((ref) => refs.has(ref)) }))
  };
}

/** Whether npm calls it a tool of development says nothing once it has been bundled. @param {Component} component */
function asShipped(component) {
  const properties = component.properties?.filter(
    ({ name }) => name !== 'cdx:npm:package:development'
  );
  return { ...component, scope: 'required', ...(properties ? { properties } : {}) };
}

/** @param {Shipped} each */
function idOf({ name, version }) {
  return `${name}@${version}`;
}
