import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskProcess, fieldsOf, freePort, itemsOf, type DeskClient } from '@tracedesk/testing';
import sharp from 'sharp';
import { People } from './house.js';

/** What the stand-in for clamd finds. */
const VIRUS = 'EICAR-STANDARD';
let desk: DeskProcess;
let people: People;
let officer: DeskClient;
let id: string;
let port: number;
let clamd: Server | undefined;
const sockets: Socket[] = [];

beforeAll(async () => {
  port = await freePort();
  desk = await DeskProcess.start({ env: { CLAMD_ADDRESS: `tcp://127.0.0.1:${port}` } });
  people = new People(desk);
  id = (await people.drafted()).id;
  officer = await people.as('QR officer');
}, 120_000);
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  clamd?.close();
  await desk?.stop();
}, 60_000);

let shade = 0;
const aPhotograph = (about: string) =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: { r: (shade += 40), g: 9, b: 7 } } })
    .withExif({ IFD0: { ImageDescription: about } })
    .jpeg()
    .toBuffer();

/** Adds a file and gives its address. */
async function added(client: DeskClient, path: string, content: Buffer): Promise<string> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(content)]), 'mark.jpg');
  const answer = await fetch(`${desk.origin}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}` },
    body: form,
  });
  const [file] = itemsOf({ body: await answer.json() } as Parameters<typeof itemsOf>[0]);
  expect(file).toMatchObject({ fileState: 'waiting_for_scan' });
  return `${path}/${String(file?.['id'])}`;
}

async function codeOf(client: DeskClient, path: string, headers: Record<string, string> = {}): Promise<unknown> {
  const answer = await client.call(path, { headers });
  return answer.status === 200 ? 'shown' : fieldsOf(answer.body)['code'];
}

async function disclosed(): Promise<Record<string, string>> {
  const body = { subject: { kind: 'tracing_request', id }, purpose: 'assigned_task' };
  const answer = await officer.call('/disclosures', { method: 'POST', body });
  return { disclosure: String(fieldsOf(answer.body)['id']) };
}

async function soon(expected: unknown, look: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 60 && (await look()) !== expected; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 250));
  expect(await look()).toBe(expected);
}

/** clamd as far as the desk needs it: it hears a stream to its end and says what it found. */
function startClamd(): Promise<void> {
  clamd = createServer((socket) => {
    sockets.push(socket);
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data]);
      if (heard.subarray(-4).equals(Buffer.alloc(4))) socket.end(heard.includes(VIRUS) ? 'stream: Test FOUND\0' : 'stream: OK\0');
    });
  });
  return new Promise((resolve) => clamd?.listen(port, '127.0.0.1', () => resolve()));
}

describe('a desk with a virus scanner', () => {
  let first: string;
  const files = () => `/tracing-requests/${id}/attachments`;

  it('shows no file while the scanner is away, neither as it was sent nor small', async () => {
    first = await added(officer, files(), await aPhotograph('clean'));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const headers = await disclosed();
    expect(await codeOf(officer, first, headers)).toBe('ATTACHMENT_NOT_SCANNED');
    expect(await codeOf(officer, `${first}/preview`, headers)).toBe('ATTACHMENT_NOT_SCANNED');
  }, 30_000);

  it('shows what the scanner has passed, and never what it has found something in', async () => {
    await startClamd();
    const clean = await added(officer, files(), await aPhotograph('clean'));
    const infected = await added(officer, files(), await aPhotograph(VIRUS));
    const headers = await disclosed();
    await soon('shown', () => codeOf(officer, `${clean}/preview`, headers));
    await soon('ATTACHMENT_INFECTED', () => codeOf(officer, infected, headers));
    expect(await codeOf(officer, `${infected}/preview`, headers)).toBe('ATTACHMENT_INFECTED');
    expect(await codeOf(officer, clean, headers)).toBe('shown');
  }, 60_000);

  it('holds pictures of marks to the same', async () => {
    const administrator = await people.as('QM administrator');
    const [practice] = itemsOf(await administrator.call('/marking-practices?state=QM'));
    const pictures = `/marking-practices/${String(practice?.['id'])}/pictures`;
    const clean = await added(administrator, pictures, await aPhotograph('clean'));
    const infected = await added(administrator, pictures, await aPhotograph(VIRUS));
    await soon('shown', () => codeOf(officer, clean));
    await soon('ATTACHMENT_INFECTED', () => codeOf(officer, infected));
    expect(await codeOf(officer, `${clean}/original`)).toBe('ATTACHMENT_NOT_FOUND');
  }, 60_000);

  it('has decoded no picture in its own process', () => {
    const loaded = readFileSync(`/proc/${desk.pid}/maps`, 'utf8');
    expect(loaded).toContain('node');
    expect(loaded).not.toMatch(/libvips|sharp/);
  });
});
