/** A display that nobody sees, for tests in real windows on Linux. */
import { spawnTracked } from '../setup/child.mjs';

/**
 * Starts Xvfb on a display number that is free, which it picks itself.
 * @returns {Promise<{ name: string, stop: () => void }>} its name as in DISPLAY
 */
export function startDisplay() {
  // Without -noreset it begins anew whenever its last window goes, and refuses who connects meanwhile.
  const args = ['-noreset', '-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const server = spawnTracked('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let complaint = '';
  server.stderr?.on('data', (chunk) => (complaint += chunk));
  return new Promise((resolve, reject) => {
    // It writes the number once it is ready to take connections.
    server.stdio[3]?.once('data', (chunk) =>
      resolve({ name: `:${String(chunk).trim()}`, stop: () => server.kill() })
    );
    server.once('error', reject);
    server.once('close', () => reject(new Error(`Xvfb did not start: ${complaint.trim()}`)));
  });
}
