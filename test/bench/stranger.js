import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** Somebody else than who measures, on a thread of their own: sends one body so many times, one after the other, and says how it was answered last. */
const { url, type, content, times } = workerData;
const body = Buffer.from(content);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const headers = { 'content-type': type, 'content-length': body.length, accept: 'application/json' };

let status = 0;
for (let time = 0; time < times; time += 1) status = await send();
agent.destroy();
parentPort.postMessage(status);

/** A desk that answers before it has all, and hangs up, has answered. */
function send() {
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', agent, headers });
    sent.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
      answer.on('error', () => resolve(answer.statusCode));
    });
    sent.on('error', () => resolve(0));
    sent.end(body);
  });
}
