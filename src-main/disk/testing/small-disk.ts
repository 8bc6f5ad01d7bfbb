/** For tests: disks of a size of one's own, where the system lets one make them. */
import { execFileSync } from 'node:child_process';

/** Only root may mount, and not everywhere. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], {
      stdio: 'ignore'
    });
    return true;
  } catch {
    return false;
  }
}

/** `size` as `mount` takes it, such as `3m`. Whoever mounts it unmounts it. */
export function mountDisk(folder: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder]);
}

/** From now on nothing on it can be written. */
export function forbidWriting(folder: string): void {
  execFileSync('mount', ['-o', 'remount,ro', folder]);
}

export function unmountDisk(folder: string): void {
  execFileSync('umount', ['--lazy', folder]);
}
