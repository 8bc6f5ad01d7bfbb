/** What the window knows of a library that several people share, and what it may ask for it. */
import { maxLengths } from '../base/limits.js';
import { Id, Moment } from '../base/values.js';
import { Writer } from '../briefing/author.js';
import { z } from '../base/zod.js';
import { counted } from '../text/joined-words.js';

/** One library of a member: of several devices of one person each is one. */
export const TeamPerson = z.strictObject({
  device: z.string(),
  person: z.string(),
  /** `waiting`: has come by an invitation, and needs to be admitted. */
  standing: z.enum(['member', 'waiting', 'removed', 'left']),
  isYou: z.boolean(),
  /** Came by the recovery sheet, and by nobody’s invitation. */
  isBySheet: z.boolean(),
  /** Whether this library may remove it: who stands nearer to the founder is removed by nobody farther. */
  mayRemove: z.boolean(),
  joinedAt: Moment,
  lastChange: Moment.nullable(),
  /** Why somebody who waits cannot be admitted, in a sentence; `null` where it is possible. */
  refusal: z.string().nullable()
});
export type TeamPerson = z.infer<typeof TeamPerson>;

export const TeamInvitation = z.strictObject({
  id: z.string(),
  /** For whom it was made. */
  person: z.string(),
  until: Moment,
  /** `run-out`: nobody used it in time. `void`: whoever made it is no member any more. */
  standing: z.enum(['open', 'run-out', 'used', 'revoked', 'void'])
});
export type TeamInvitation = z.infer<typeof TeamInvitation>;

export const TeamState = z.strictObject({
  name: z.string(),
  /** Server or folder, for people: without a password. */
  place: z.string(),
  /** Whether that is a server, on which a newcomer needs a role. */
  isOnServer: z.boolean(),
  /** Whether a recovery sheet that is good can be printed here. */
  hasSheet: z.boolean(),
  /** Whether any is good: none is after a removal, until a member makes a new one. */
  isSheetGood: z.boolean(),
  /** When the newest good one was made; where none is good, the newest of all. `null` before anything was read. */
  sheetAt: Moment.nullable(),
  /** This library's device. */
  you: z.string(),
  people: z.array(TeamPerson).readonly(),
  invitations: z.array(TeamInvitation).readonly(),
  /** How many briefings have changes that the others do not have. */
  unsent: z.int().nonnegative(),
  /** How many files that sources were read from lie here and are still to be handed over. */
  originals: z.int().nonnegative(),
  /** What waits for something that has not arrived, a sentence each. */
  waiting: z.array(z.string()).readonly(),
  /** When all was shared last; `null` for never. */
  sharedAt: Moment.nullable(),
  /** Why the place cannot be reached now, in a sentence; `null` where it can. */
  away: z.string().nullable(),
  /** Why the last exchange failed where the place is not to blame, in sentences; `null` where it did not. */
  fault: z.string().nullable(),
  /** What a member should look at, a sentence each. */
  concerns: z.array(z.string()).readonly(),
  /** Whether something was said here of names and collections that the others do not have. */
  isRegisterUnsent: z.boolean()
});
export type TeamState = z.infer<typeof TeamState>;

/** Of what the others lack changes, at the start of a sentence, and whether that is one thing; `null`: they lack nothing. */
export function unsentInWords({
  unsent,
  isRegisterUnsent
}: Pick<TeamState, 'unsent' | 'isRegisterUnsent'>): {
  readonly what: string;
  readonly isOne: boolean;
} | null {
  const briefings = counted(unsent, 'briefing');
  if (unsent === 0)
    return isRegisterUnsent ? { what: 'Names and collections', isOne: false } : null;
  return isRegisterUnsent
    ? { what: `${briefings}, and names and collections,`, isOne: false }
    : { what: briefings, isOne: unsent === 1 };
}

/** Of somebody in a team: what of it is told in a briefing. */
const Standing = TeamPerson.pick({ device: true, person: true, standing: true, joinedAt: true });

/** Who changed what last of a shared briefing, and who shares it. */
export const BriefingChanges = z.strictObject({
  /** How many changes of each device are here. */
  known: z.record(z.string(), z.int().positive()).readonly(),
  /** The entries that somebody else changed last; the briefing’s own id for its own fields. */
  last: z
    .array(z.strictObject({ id: Id, device: z.string(), n: z.int().positive(), by: Writer }))
    .readonly(),
  /** The others. */
  people: z.array(Standing).readonly(),
  /** The entries that somebody else wrote first, and the name; whatever else there is was written here. */
  brought: z.array(z.strictObject({ id: Id, name: z.string() })).readonly()
});
export type BriefingChanges = z.infer<typeof BriefingChanges>;

/** A briefing that lay in the bin, and is in use again by what others did. */
export interface BroughtBack {
  readonly id: Id;
  readonly title: string;
  /** By name; none where that is not known. */
  readonly authors: readonly string[];
  /** They took it out of the bin. Otherwise they had changed it without knowing that it was deleted. */
  readonly isPutBack: boolean;
}

export const noBriefingChanges: BriefingChanges = { known: {}, last: [], people: [], brought: [] };

/** Of all who share a library, the others. */
export function othersIn(people: readonly TeamPerson[]): BriefingChanges['people'] {
  return people.flatMap(({ isYou, device, person, standing, joinedAt }) =>
    isYou ? [] : [{ device, person, standing, joinedAt }]
  );
}

/** What is shared of the open library. */
export const SharingState = z.strictObject({
  /** `null` for a library that is not shared, or whose sharing could not begin. */
  team: TeamState.nullable(),
  /** Why it could not begin, in a sentence; `null` where nothing is wrong. */
  fault: z.string().nullable()
});
export type SharingState = z.infer<typeof SharingState>;

export const nothingShared: SharingState = { team: null, fault: null };

/** Of a server, as a person types it. It goes no further than main, which hands it to the server. */
export const ServerAccess = z.strictObject({
  /** Such as `postgres://role@host/database`. */
  address: z.string().trim().min(1).max(maxLengths.address),
  /** Empty where the server asks for none. */
  password: z.string().max(1_000)
});
export type ServerAccess = z.infer<typeof ServerAccess>;

/** That was chosen: its path for people, and the token that stands for it. */
export const SharingFolder = z.strictObject({ token: z.string(), path: z.string() });

/** Through what a library is to be shared: a folder that was chosen, by its token, or a server. */
export const SharingPlace = z.union([z.strictObject({ folder: z.string() }), ServerAccess]);
export type SharingPlace = z.infer<typeof SharingPlace>;

const Name = z.string().trim().min(1).max(maxLengths.author);

export const TeamFounding = z.strictObject({ place: SharingPlace, name: Name, person: Name });
export type TeamFounding = z.infer<typeof TeamFounding>;

/** After somebody has gone, or an invitation. */
export const TeamParting = z.strictObject({
  sharing: SharingState,
  /** What somebody has to do still, such as to end a role on the server, in a sentence; `null` for nothing. */
  remaining: z.string().nullable()
});
export type TeamParting = z.infer<typeof TeamParting>;

/** What a line or a recovery sheet says, before anybody joins by it. */
export const TeamEntrance = z.strictObject({
  /** Of the library; empty where a recovery sheet does not say. */
  name: z.string(),
  /** For whom it was made; empty for a recovery sheet. */
  person: z.string(),
  /** Where it says that the library lies; `null` where it says nothing. */
  place: z.string().nullable(),
  /** What has to be known beside it: where that folder is on this computer, or the whole place, or a password. */
  needs: z.enum(['nothing', 'folder', 'place', 'password'])
});
export type TeamEntrance = z.infer<typeof TeamEntrance>;

/** A sealed copy of what is kept for the library. */
export const SealedCopy = z.strictObject({
  /** The folder. */
  path: z.string(),
  rows: z.int(),
  files: z.int(),
  /** What is wrong with what was copied, a sentence each. */
  faults: z.array(z.string()).readonly()
});
export type SealedCopy = z.infer<typeof SealedCopy>;

/** UTF-16 units of an invitation, which is one line, or of a recovery sheet, which is nine. */
export const maxInvitation = 20_000;

export const TeamJoining = z.strictObject({
  /** The line as it was handed over, or the nine of a recovery sheet. */
  invitation: z.string().trim().min(1).max(maxInvitation),
  person: Name,
  /** Where it lies, where that is not what the line says. */
  place: SharingPlace.nullable(),
  /** Of the line’s role on a server; empty where the line holds it, or none is needed. */
  password: z.string().max(1_000)
});
export type TeamJoining = z.infer<typeof TeamJoining>;

export const TeamInviting = z.strictObject({
  person: Name,
  days: z.int().min(1).max(365),
  /** Who may make a role for the newcomer on the server; `null` for a folder. */
  owner: ServerAccess.nullable()
});
export type TeamInviting = z.infer<typeof TeamInviting>;

/** `line` is a secret: whoever has it can read the whole library. */
export const MadeInvitation = z.strictObject({ line: z.string(), until: Moment });
export type MadeInvitation = z.infer<typeof MadeInvitation>;
