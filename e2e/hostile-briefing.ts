/** A briefing all of whose words try to run, to reach out, or to break out of the place they stand in. */
import { createHash } from 'node:crypto';
import { newActor, newIssue, newCard } from '../src-main/domain/briefing/entries.js';
import { describe } from '../src-main/domain/anchoring/locate.js';
import { emptyBriefing } from '../src-main/domain/briefing/briefing.js';
import { bundleSchema, type Bundle } from '../src-main/domain/briefing/bundle.js';
import { newId } from '../src-main/domain/base/values.js';
import { maxLengths } from '../src-main/domain/base/limits.js';
import { renderMarkdown } from '../src-main/domain/markdown/render-markdown.js';
import { hostileMarkdown, payloads } from './hostile-payloads.js';
import { newSource } from '../src-main/domain/briefing/source.js';
import { newAnnotation } from '../src-main/domain/briefing/annotation.js';

/** What ends a place early, is a formula or a field elsewhere, or turns what is read around. */
const others = [
  '</style></title></script><script>ran()</script>',
  ']]><script>ran()</script><![CDATA[',
  '--><img src="SINK/comment"><!--',
  '"><img src="SINK/attribute" onerror=ran()>',
  "'><svg onload=ran()>",
  '<meta http-equiv="refresh" content="0;url=SINK/refresh">',
  '<style>@import url(SINK/import); body { background: url(SINK/url) }</style>',
  '@import url("SINK/css"); a { background: url(SINK/css) }',
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("SINK/formula","x")',
  '@SUM(1+1)*WEBSERVICE("SINK/service")',
  '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe" }',
  '{ INCLUDEPICTURE "SINK/field" \\* MERGEFORMAT }',
  '\u0013 INCLUDETEXT "SINK/include" \u0014x\u0015',
  '<w:fldSimple w:instr="INCLUDEPICTURE SINK/word"/>',
  '</w:t></w:r></w:p><w:altChunk r:id="x"/>',
  '&xxe; <!DOCTYPE x [<!ENTITY xxe SYSTEM "SINK/entity">]>',
  '![x](file:///etc/passwd)',
  '[x](file:///etc/passwd) [y](data:text/html,<script>ran()</script>) [z](javascript:ran())',
  '\u202Etxt.exe\u202C \u2066x\u2069 \u200Fx',
  '%00 \\x00 ${ran()} {{ran()}} `ran()`',
  '```\n<script>ran()</script>',
  '~~~\n<img src=SINK/fence onerror=ran()>'
];

/** `sink` is the address that must never be asked. */
export function hostileBundle(sink: string): Bundle {
  const words = [...payloads.map(({ html }) => html), ...hostileMarkdown, ...others].map((text) =>
    text.replaceAll('SINK', sink)
  );
  const moment = new Date().toISOString();
  const at = (n: number, most: number) => (words[n % words.length] ?? '').slice(0, most);
  const text = words.join('\n\n');
  const hash = createHash('sha256').update(text).digest('hex');
  const cards = words.map((body, n) =>
    newCard('note', {
      heading: at(n, maxLengths.heading),
      body: `${body}\n\nWords that are annotated.`
    })
  );
  const annotations = cards.map(({ id, body }, n) => {
    const rendered = renderMarkdown(body).text;
    const selectors = describe(rendered, Math.max(0, rendered.length - 10), rendered.length);
    return newAnnotation({ type: 'card', id, selectors }, moment, {
      kind: 'doubt' as const,
      note: at(n + 1, maxLengths.note),
      tags: [at(n, maxLengths.tag)]
    });
  });
  const actors = others.map((_, n) => ({
    ...newActor(at(payloads.length + hostileMarkdown.length + n, maxLengths.actor), 'state'),
    note: at(n, maxLengths.note)
  }));
  const issues = others.slice(0, 3).map((_, n) => newIssue(at(n * 7, maxLengths.issue)));
  return {
    schema: bundleSchema,
    briefing: {
      ...emptyBriefing(`Hostile </title><script>ran()</script> ${sink}`),
      marking: '</p><script>ran()</script>',
      bottomLine: `~~~\n${words[0] ?? ''}`,
      tags: [at(0, maxLengths.tag)],
      cards,
      annotations,
      actors,
      issues,
      sources: others.map((_, n) =>
        newSource({
          title: at(n, maxLengths.sourceTitle),
          publisher: at(n + 20, maxLengths.publisher),
          author: at(n + 40, maxLengths.author),
          url:
            ['javascript:ran()', `${sink}/"><script>ran()</script>`, 'file:///etc/passwd'][n % 3] ??
            '',
          text: hash,
          format: n % 2 ? 'markdown' : 'text',
          importedAt: moment
        })
      ),
      positions: actors.map((actor, n) => ({
        id: newId(),
        actor: actor.id,
        issue: issues[n % issues.length]?.id ?? newId(),
        stance: 'conditional' as const,
        condition: at(n + 5, maxLengths.condition),
        statement: at(n + 60, maxLengths.statement),
        said: null,
        effective: null,
        reported: null,
        attribution: [at(n + 9, maxLengths.relay)],
        status: 'stated' as const,
        confidence: null,
        evidence: [annotations[n]?.id ?? newId()],
        supersedes: [],
        contested: [],
        reviewBy: null,
        recordedAt: moment,
        by: null
      }))
    },
    texts: { [hash]: text }
  };
}
