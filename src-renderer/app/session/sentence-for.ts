/** What went wrong → the sentence that the person reads. What nobody expected is reported as well. */
import { reportFault } from '../../ui/faults.js';
import { CallFailed } from './client.js';

export function sentenceFor(error: unknown): string {
  if (error instanceof CallFailed) return error.message;
  // To the log: the person can do nothing with what it says.
  reportFault('An act of the person', error);
  return 'Standpoint met a fault of its own, and could not finish this. What you wrote is kept. Try it again, or start Standpoint anew.';
}
