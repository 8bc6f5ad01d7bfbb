/** Why a Chromium did not start, as a sentence. Pure. */

/** `lines` are its error output, the latest last. */
export function explainEnd(lines: readonly string[]): string {
  if (lines.some((line) => /no usable sandbox|setuid sandbox/i.test(line))) {
    return 'Chromium did not start, since this system gives it no sandbox. On Debian install the package chromium-sandbox.';
  }
  // What it says of a bus or a graphics card that is missing has never kept it from starting.
  const complaint = lines.findLast((line) => line.includes('FATAL') || /cannot open/i.test(line));
  return complaint ? `Chromium did not start: ${complaint.trim()}` : 'Chromium did not start.';
}
