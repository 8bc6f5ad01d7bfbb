/**
 * A disk that remembers everything asked of it, so that a test can tell what a power cut at any
 * moment leaves: of a file what was synced, of a folder the names that it had when it was synced.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileHandle } from 'node:fs/promises';
import type { FileSystem } from '../file-system.js';
import { watchedDisk } from './failing-disk.js';

/** A file, or a folder as the names in it. `synced` is what a power cut leaves of it. */
type Node =
  | { readonly kind: 'file'; now: Buffer; synced: Buffer }
  | { readonly kind: 'folder'; now: Map<string, Node>; synced: Map<string, Node> };

/**
 * What besides the synced is left: nothing, everything (a kill), all names but no further bytes, all
 * bytes but no further names, or half of the bytes of what was appended.
 */
export const leavings = ['synced', 'all', 'names', 'bytes', 'half'] as const;
type Leaving = (typeof leavings)[number];

interface RecordingDisk extends FileSystem {
  /** How many steps have changed something so far. */
  readonly steps: number;
  /** What lies below the recorded folder after that many steps, as paths and bytes; `null` for a folder. */
  stateAfter(steps: number, leaving: Leaving): ReadonlyMap<string, Buffer | null>;
}

type Step = (root: Node) => void;

/** @param top the folder whose files are recorded; it is empty, and safe. */
export function recordingDisk(top: string): RecordingDisk {
  const log: Step[] = [];
  const inode = new Map<FileHandle, { node: Node | null }>();
  const at = (path: string) => path.slice(top.length).split('/').filter(Boolean);
  const isOurs = (path: unknown): path is string =>
    typeof path === 'string' && (path === top || path.startsWith(`${top}/`));

  const recorded = watchedDisk(async (name, call, args, file) => {
    const result = await call(args);
    if (file === null) recordOnPath(name, args, result);
    else recordOnFile(name, args, file);
    return result;
  });

  function recordOnPath(name: string, [first, second]: readonly unknown[], result: unknown): void {
    if (!isOurs(first)) return;
    const path = at(first);
    if (name === 'open') {
      const cell: { node: Node | null } = { node: null };
      inode.set(result as FileHandle, cell);
      const makes = second === 'wx';
      log.push((root) => {
        if (makes) put(root, path, { kind: 'file', now: Buffer.alloc(0), synced: Buffer.alloc(0) });
        cell.node = find(root, path);
      });
    } else if (name === 'mkdir') {
      log.push((root) => {
        if (!find(root, path))
          put(root, path, { kind: 'folder', now: new Map(), synced: new Map() });
      });
    } else if (name === 'rename' || name === 'link') {
      const target = at(second as string);
      log.push((root) => {
        const node = find(root, path);
        if (!node) return;
        put(root, target, node);
        if (name === 'rename') remove(root, path);
      });
    } else if (name === 'rm') log.push((root) => remove(root, path));
    else if (name === 'truncate') {
      log.push((root) => {
        const node = find(root, path);
        if (node?.kind === 'file') node.now = node.now.subarray(0, second as number);
      });
    }
  }

  function recordOnFile(name: string, args: readonly unknown[], file: FileHandle): void {
    const cell = inode.get(file);
    if (!cell) return;
    if (name === 'file.writeFile') {
      const bytes = Buffer.from(args[0] as Uint8Array);
      log.push(() => cell.node?.kind === 'file' && (cell.node.now = bytes));
    } else if (name === 'file.write') {
      const [all, offset, length, position] = args as [Uint8Array, number, number, number];
      const bytes = Buffer.from(all.subarray(offset, offset + length));
      log.push(() => {
        if (cell.node?.kind !== 'file') return;
        const { now } = cell.node;
        const rest = now.subarray(position + bytes.length);
        cell.node.now = Buffer.concat([now.subarray(0, position), bytes, rest]);
      });
    } else if (name === 'file.datasync' || name === 'file.sync') {
      log.push(() => {
        if (cell.node?.kind === 'file') cell.node.synced = cell.node.now;
        else if (cell.node) cell.node.synced = new Map(cell.node.now);
      });
    }
  }

  return {
    ...recorded,
    get steps() {
      return log.length;
    },
    stateAfter(steps, leaving) {
      const root: Node = { kind: 'folder', now: new Map(), synced: new Map() };
      for (const step of log.slice(0, steps)) step(root);
      const state = new Map<string, Buffer | null>();
      walk(root, '', leaving, state);
      return state;
    }
  };
}

/** Makes a folder hold what `stateAfter` says. */
export async function layOut(
  folder: string,
  state: ReadonlyMap<string, Buffer | null>
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, bytes] of state) {
    if (bytes === null) await mkdir(join(folder, path), { recursive: true });
    else {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
  }
}

function walk(node: Node, path: string, leaving: Leaving, state: Map<string, Buffer | null>): void {
  if (node.kind === 'file') {
    state.set(path, bytesLeft(node, leaving));
    return;
  }
  if (path) state.set(path, null);
  const names = leaving === 'all' || leaving === 'names' ? node.now : node.synced;
  for (const [name, child] of names) walk(child, path ? `${path}/${name}` : name, leaving, state);
}

function bytesLeft({ now, synced }: Extract<Node, { kind: 'file' }>, leaving: Leaving): Buffer {
  if (leaving === 'all' || leaving === 'bytes') return now;
  if (leaving !== 'half' || now.length <= synced.length) return synced;
  return now.subarray(0, Math.ceil((synced.length + now.length) / 2));
}

function find(root: Node, path: readonly string[]): Node | null {
  let node: Node | undefined = root;
  for (const name of path) node = node?.kind === 'folder' ? node.now.get(name) : undefined;
  return node ?? null;
}

function put(root: Node, path: readonly string[], node: Node): void {
  const folder = find(root, path.slice(0, -1));
  if (folder?.kind === 'folder') folder.now.set(path.at(-1)!, node);
}

function remove(root: Node, path: readonly string[]): void {
  const folder = find(root, path.slice(0, -1));
  if (folder?.kind === 'folder') folder.now.delete(path.at(-1)!);
}
