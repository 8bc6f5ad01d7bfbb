/** The network between one member and the server, which can be taken away in each of its ways. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

type Direction = 'there' | 'back';

export class Proxy {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [near: Socket, far: Socket]>();
  readonly #isHalfOpen = new WeakSet<Socket>();
  /** New connections are refused. */
  isShut = false;
  /** Milliseconds that every part takes longer. */
  delay = 0;
  /** What goes that way never arrives, and nobody is told. */
  swallows: Direction | null = null;
  /** Bytes until all is cut, in the midst of whatever it is. */
  cutAfter: number | null = null;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(target: { readonly host: string; readonly port: number }): Promise<Proxy> {
    const server = createServer();
    const proxy = new Proxy(server);
    server.on('connection', (near) => proxy.#take(near, target));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** All that stands now. */
  cut(): void {
    for (const [near, far] of this.#pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    this.#pairs.clear();
  }

  /** The server's side is gone, and the member's is not told: it waits. */
  halfOpen(): void {
    for (const [, far] of this.#pairs) {
      this.#isHalfOpen.add(far);
      far.resetAndDestroy();
    }
  }

  /** As if nothing had been. What was half open is cut. */
  mend(): void {
    this.isShut = false;
    this.delay = 0;
    this.swallows = null;
    this.cutAfter = null;
    for (const pair of this.#pairs) {
      const [near, far] = pair;
      if (!this.#isHalfOpen.has(far)) continue;
      near.resetAndDestroy();
      this.#pairs.delete(pair);
    }
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #take(near: Socket, target: { readonly host: string; readonly port: number }): void {
    near.on('error', () => undefined);
    if (this.isShut) return void near.resetAndDestroy();
    const far = connect(target.port, target.host);
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    far.on('error', () => undefined);
    near.on('data', (bytes) => this.#pass(bytes, far, 'there'));
    far.on('data', (bytes) => this.#pass(bytes, near, 'back'));
    near.on('close', () => {
      this.#pairs.delete(pair);
      far.destroy();
    });
    far.on('close', () => {
      if (this.#isHalfOpen.has(far)) return;
      near.destroy();
    });
  }

  #pass(bytes: Buffer, to: Socket, direction: Direction): void {
    if (this.swallows === direction) return;
    if (this.cutAfter !== null) {
      const part = bytes.subarray(0, this.cutAfter);
      this.cutAfter -= part.length;
      if (this.cutAfter <= 0) {
        this.cutAfter = null;
        to.write(part, () => this.cut());
        return;
      }
    }
    if (this.delay === 0) return void to.write(bytes);
    setTimeout(() => {
      if (!to.destroyed) to.write(bytes);
    }, this.delay);
  }
}
