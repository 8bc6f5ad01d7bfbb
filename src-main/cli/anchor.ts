/** `standpoint anchor`: annotations from one version of a text to another, by the program's own rules. */
import { z } from '../domain/base/zod.js';
import { carry } from '../domain/anchoring/carry.js';
import { ExpectedFailure } from '../domain/base/result.js';
import type { CliCommand } from './command.js';

const Offset = z.int().nonnegative();
const Anchor = z.object({ id: z.union([z.string(), z.number()]), start: Offset, end: Offset });

/** What else a line holds is ignored. */
const Revision = z.object({
  id: z.union([z.string(), z.number()]),
  before: z.string(),
  after: z.string(),
  anchors: z.array(Anchor)
});
type Revision = z.infer<typeof Revision>;

export const anchor: CliCommand = {
  name: 'anchor',
  usage: '< FILE',
  summary: 'Finds where annotations of a text stand in a newer version of it',
  details:
    'Reads a JSON object a line from stdin, { id, before, after, anchors: [{ id, start, end }] }, in\n' +
    'UTF-16 units, and prints { id, results: [{ id, start, end, status }] } for each. Status is same,\n' +
    'changed, moved, replaced or orphan; an orphan has no start and end.',
  options: {},
  arity: [0, 0],
  async run(_, io) {
    let failed = false;
    let number = 0;
    for await (const line of io.lines()) {
      number++;
      if (line.trim() === '') continue;
      try {
        io.out(JSON.stringify(carryRevision(readRevision(line))));
      } catch (error) {
        if (!(error instanceof ExpectedFailure)) throw error;
        io.err(`standpoint: Line ${number} ${error.message}`);
        failed = true;
      }
    }
    return failed ? 1 : 0;
  }
};

function carryRevision({ id, before, after, anchors }: Revision) {
  const carried = carry(before, after, anchors);
  const results = anchors.map((each, index) => {
    const { range, status } = carried[index] ?? { range: null, status: 'orphan' };
    return { id: each.id, start: range?.start ?? null, end: range?.end ?? null, status };
  });
  return { id, results };
}

function readRevision(line: string): Revision {
  const parsed = Revision.safeParse(parseJson(line));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'the object';
    throw new ExpectedFailure('bad-revision', `is not a revision: ${where}: ${issue?.message}.`);
  }
  const outside = parsed.data.anchors.find(
    ({ start, end }) => start > end || end > parsed.data.before.length
  );
  if (outside) {
    throw new ExpectedFailure(
      'bad-anchor',
      `has an anchor outside its text: ${outside.id}, ${outside.start} to ${outside.end}.`
    );
  }
  return parsed.data;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ExpectedFailure('not-json', `is not JSON: ${error.message}.`);
  }
}
