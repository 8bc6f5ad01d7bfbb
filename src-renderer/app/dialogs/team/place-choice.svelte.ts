/** Where a library lies, as it is being chosen: a folder, or a server with a password. */
import type { ServerAccess, SharingPlace } from '../../../../src-main/domain/program/team-state.js';
import { partAddress, serverIn, whyNoServer } from '../../session/server-address.js';

type Problems = Partial<Record<'folder' | 'address', string>>;

/** A server as somebody may act there. The password is nowhere once it was taken. */
export class ServerChoice {
  address = $state('');
  password = $state('');

  /** A password in the address goes where it is out of sight. */
  part(): void {
    const parted = partAddress(this.address);
    this.address = parted.address;
    this.password = parted.password ?? this.password;
  }

  /** Why it is no address, in a sentence; `null` also for an empty one. */
  get problem(): string | null {
    return this.address.trim() === '' ? null : whyNoServer(this.address);
  }

  /** `null` where none was typed. */
  take(): ServerAccess | null {
    this.part();
    const { address, password } = this;
    this.password = '';
    return address === '' ? null : { address, password };
  }
}

export class PlaceChoice {
  kind = $state<'folder' | 'server'>('folder');
  folder = $state.raw<{ readonly token: string; readonly path: string } | null>(null);
  readonly server = new ServerChoice();

  get problems(): Problems {
    if (this.kind === 'folder') return this.folder ? {} : { folder: 'Choose the folder.' };
    const problem = whyNoServer(this.server.address);
    return problem === null ? {} : { address: problem };
  }

  /** In words, for a sentence. */
  get where(): string {
    return this.kind === 'folder'
      ? `written into ${this.folder?.path ?? 'the folder that you choose'}`
      : `sent to ${serverIn(this.server.address) ?? 'the server that you name'}`;
  }

  /** Once there are no problems. */
  take(): SharingPlace {
    if (this.kind === 'folder') return { folder: this.folder?.token ?? '' };
    return this.server.take() ?? { address: '', password: '' };
  }
}
