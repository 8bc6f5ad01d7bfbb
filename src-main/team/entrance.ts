/** What an invitation or a recovery sheet says, told before anybody joins by it. Nothing is sent. */
import type { TeamEntrance } from '../domain/program/team-state.js';
import { disk, isThere } from '../disk/file-system.js';
import { parseAddress, placeOf } from './carriers/address.js';
import { layoutOf } from './carriers/folder/layout.js';
import { refuseRunOut } from './refuse-invitation.js';
import { decodeInvitation } from './sealing/invitation.js';
import { isRecoverySheet, readRecoveryLines } from './sealing/recovery-sheet.js';

/** Throws an `ExpectedFailure` for what is neither, is damaged, or has run out. */
export async function lookAtEntrance(text: string, now = new Date()): Promise<TeamEntrance> {
  if (isRecoverySheet(text)) {
    readRecoveryLines(text);
    return { name: '', person: '', place: null, needs: 'place' };
  }
  const line = decodeInvitation(text);
  refuseRunOut(line, now);
  const { name, person, carrier, library } = line;
  const place = parseAddress(carrier);
  const said = { name, person, place: placeOf(place) };
  if (place.kind === 'relay') {
    return { ...said, needs: place.password === null ? 'password' : 'nothing' };
  }
  const isHere = await isThere(layoutOf(place.path, library).head, disk);
  return { ...said, needs: isHere ? 'nothing' : 'folder' };
}
