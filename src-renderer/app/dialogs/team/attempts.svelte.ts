/** What a dialog tells while it asks main for something: that it is at work, what came of it, what went wrong. */
import { attempt } from '../../session/client.js';

export class Attempts {
  isBusy = $state(false);
  /** What came of the last one. */
  told = $state('');
  /** Why it failed, in a sentence. */
  problem = $state('');

  /** `null` where it failed, which is told then. */
  async run<T>(work: () => Promise<T>, meanwhile = ''): Promise<T | null> {
    [this.told, this.problem, this.isBusy] = [meanwhile, '', true];
    const telling = { showFailure: (sentence: string) => (this.problem = sentence) };
    const result = await attempt(telling, work);
    [this.told, this.isBusy] = ['', false];
    return result;
  }
}
