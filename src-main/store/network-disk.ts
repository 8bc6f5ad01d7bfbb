/** Tells a library on a network disk, where the lock cannot see other computers. */
import type { Finding } from './finding.js';
import type { StoreFolder } from './store-folder.js';

/** From Linux's statfs(2): NFS, SMB, SMB 2, CIFS, AFS, Coda, Ceph. */
const networkTypes: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x5346414f, 0x73757245, 0x00c36400
]);

/** `null` for a disk of this computer, and where the system does not tell. */
export async function networkDisk({ root, fs }: StoreFolder): Promise<Finding | null> {
  if (!(await isRemote(root, fs))) return null;
  return {
    code: 'network-disk',
    file: '.',
    message: `The library in ${root} lies on a network disk, where Standpoint cannot see whether another computer has it open too. Use it from one computer at a time.`,
    mended: false
  };
}

async function isRemote(root: string, fs: StoreFolder['fs']): Promise<boolean> {
  if (process.platform === 'win32') return root.startsWith('\\\\') && !root.startsWith('\\\\?\\');
  if (process.platform !== 'linux') return false;
  // A system that does not answer leaves it open.
  const found = await fs.statfs(root).catch(() => null);
  // Some give the number with its sign.
  return found !== null && networkTypes.has(found.type >>> 0);
}
