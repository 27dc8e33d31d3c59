/**
 * A `fetch` that tells how much of its body was sent, which the browser’s own cannot.
 *
 * @param onSent called with the bytes sent and their whole number.
 */
export const uploadFetch =
  (onSent: (sent: number, total: number) => void): typeof fetch =>
  (input, init) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(init?.method ?? 'POST', String(input));
      for (const [name, value] of new Headers(init?.headers)) request.setRequestHeader(name, value);
      request.upload.addEventListener('progress', ({ loaded, total }) => onSent(loaded, total));
      request.addEventListener('load', () => resolve(asResponse(request)));
      request.addEventListener('error', () => reject(new TypeError('The server did not answer.')));
      request.addEventListener('abort', () => reject(new DOMException('Stopped.', 'AbortError')));
      init?.signal?.addEventListener('abort', () => request.abort());
      request.send(init?.body as XMLHttpRequestBodyInit | null);
    });

const asResponse = (request: XMLHttpRequest) =>
  new Response(request.responseText, {
    status: request.status,
    headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
  });
