/** Reads back a program that was packed, and says what is wrong with it. */
import { join } from 'node:path';
import { faultsOfFiles, faultsOfFuses, sizeOf } from './packed-faults.mjs';
import { loadTool } from './tools.mjs';

/**
 * @param {object} packed
 * @param {string} packed.archive the file app.asar
 * @param {string} packed.binary the program, or on macOS its folder
 * @returns {Promise<{ faults: readonly string[], files: number, bytes: number }>}
 */
export async function checkPacked({ archive, binary }) {
  const files = await filesIn(archive);
  const faults = [...faultsOfFiles(files), ...faultsOfFuses(await fusesOf(binary))];
  return { faults, files: files.length, bytes: sizeOf(files) };
}

/** @param {string} archive */
async function filesIn(archive) {
  const { getRawHeader } = (await loadTool('@electron/asar')).default;
  /** @typedef {{ files?: Record<string, Entry>, size?: number, unpacked?: boolean, link?: string }} Entry */
  /** @param {Entry} entry @param {string} path @returns {import('./packed-faults.mjs').PackedFile[]} */
  const list = (entry, path) =>
    entry.files
      ? Object.entries(entry.files).flatMap(([name, each]) => list(each, join(path, name)))
      : [
          {
            path: path.replaceAll('\\', '/'),
            bytes: entry.size ?? 0,
            unpacked: entry.unpacked ?? false
          }
        ];
  return list(getRawHeader(archive).header, '');
}

/** A fuse is a character in the binary; of two more, a fuse that is gone or taken over, neither will do. */
const states = new Map([
  ['0'.charCodeAt(0), false],
  ['1'.charCodeAt(0), true]
]);

/** @param {string} binary @returns {Promise<Record<string, boolean | null>>} */
async function fusesOf(binary) {
  const { FuseV1Options, getCurrentFuseWire } = (await loadTool('@electron/fuses')).default;
  const wire = await getCurrentFuseWire(binary);
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  return Object.fromEntries(
    names.map((name) => {
      return [name, states.get(wire[FuseV1Options[name]]) ?? null];
    })
  );
}
