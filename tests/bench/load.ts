import { Agent, request } from 'node:http';

/** A prepared request. */
export interface Ask {
  readonly url: string;
  readonly token: string;
  readonly body: string;
}

/** One client: one connection that stays open, one request after the other. */
export class BenchClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** Sends a request; the whole answer. */
  ask({ url, token, body }: Ask): Promise<Buffer> {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    const sent = request(url, {
      method: 'POST',
      agent: this.#agent,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const answer = Buffer.concat(parts);
        if (response.statusCode === 200) resolve(answer);
        else
          reject(
            new Error(`${url} answered ${response.statusCode}: ${answer.toString().slice(0, 500)}`),
          );
      });
    });
    sent.end(body);
    return promise;
  }

  close(): void {
    this.#agent.destroy();
  }
}
