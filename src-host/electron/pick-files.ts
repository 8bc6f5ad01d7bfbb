/**
 * Chromium's own file picker, opened by a file input that the page never sees; the DevTools protocol
 * tells the real paths. Its title, start folder and button are Chromium's to choose.
 */
import type { OpenDialogOptions, OpenDialogReturnValue } from 'electron';
import type { HostContents } from './web-contents.js';

export async function pickFiles(
  contents: HostContents,
  { filters = [], properties = [] }: OpenDialogOptions
): Promise<OpenDialogReturnValue> {
  const extensions = filters.flatMap((filter) => filter.extensions);
  const accept = extensions.includes('*') ? '' : extensions.map((e) => `.${e}`).join(',');
  const files = await contents.evaluate(`new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = ${JSON.stringify(accept)};
    input.multiple = ${properties.includes('multiSelections')};
    input.onchange = () => resolve([...input.files]);
    input.oncancel = () => resolve([]);
    input.click();
  })`);
  const session = await contents.session();
  const { result } = await session.send('Runtime.getProperties', {
    objectId: files.objectId!,
    ownProperties: true
  });
  const filePaths: string[] = [];
  for (const { value } of result) {
    if (value?.className !== 'File') continue;
    const { path } = await session.send('DOM.getFileInfo', { objectId: value.objectId! });
    filePaths.push(path);
  }
  return { canceled: filePaths.length === 0, filePaths };
}
