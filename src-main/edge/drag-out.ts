/**
 * A file that the program wrote is dragged out of the window, to a folder or another program. Electron only:
 * the Chromium host has no way to begin a drag of the system.
 */
import { access } from 'node:fs/promises';
import { ExpectedFailure } from '../domain/base/result.js';
import { app, type WebContentsSurface } from './electron.js';

export const canDragOut = app.getFileIcon !== undefined;

/**
 * While the person holds the mouse button down. Throws an `ExpectedFailure` where the file is not there any
 * more, which the system would tell nobody.
 */
export async function dragOut(
  contents: Pick<WebContentsSurface, 'startDrag'>,
  path: string,
  { getFileIcon }: Pick<typeof app, 'getFileIcon'> = app
): Promise<void> {
  try {
    await access(path);
  } catch {
    throw new ExpectedFailure('file-gone', 'The file is not there any more.');
  }
  // A drag without a picture does not begin on a Mac.
  const icon = await getFileIcon?.(path);
  if (icon) contents.startDrag({ file: path, icon });
}
