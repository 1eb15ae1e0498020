/** A fault put into the product's text on purpose, in a process of its own. */
export interface Plant {
  readonly name: string;
  readonly files: readonly {
    /** From the root of the project. */
    readonly file: string;
    /** Each text, which must be there, and what takes its place. */
    readonly edits: readonly (readonly [find: string, put: string])[];
  }[];
}

const store = 'src/lib/journal/local/dexie-event-store.ts';
const pack = 'src/lib/sync/local/pack.ts';
const outbox = 'src/lib/sync/local/outbox.ts';
const flush = 'src/lib/sync/local/flush.ts';
const acknowledge = 'src/lib/sync/local/acknowledge.ts';
const epoch = 'src/lib/sync/local/new-epoch.ts';
const install = 'src/lib/content/local/install.ts';
const append = 'src/lib/sync/server/append.ts';
const projection = 'src/lib/sync/server/projection.ts';
const put = 'if (change.put !== undefined) await outbox.add(change.put);';
const parcelAdded = 'await database.parcels.add({ organisation, device, from, to, head, hashes, bytes });';

/** What the campaign must find. */
export const planted: readonly Plant[] = [
  plant('an answer is shown before it is written', store, [
    'return await withReopening(this.#database, write);',
    'void Promise.resolve(withReopening(this.#database, write)).catch(() => undefined); return success(head + rows.length);',
  ]),
  plant(
    'the outbox is written before the agreement',
    store,
    [put, ''],
    ['const write = ()', 'if (change.put !== undefined) await outbox.put(change.put);\n    const write = ()'],
  ),
  plant(
    'the agreement is written before the outbox',
    store,
    [put, ''],
    [
      'return await withReopening(this.#database, write);',
      'const done = await withReopening(this.#database, write); if (done.ok && change.put !== undefined) await outbox.add(change.put); return done;',
    ],
  ),
  plant(
    'a second tab writes over the first',
    store,
    ["if ((last?.seq ?? 0) !== head) return refusal('headMoved');", ''],
    ['journal.bulkAdd(rows)', 'journal.bulkPut([...rows])'],
  ),
  plant('what left is cancelled', store, [
    'entry === undefined || entry.first !== undefined || entry.hasLeft === true',
    'entry === undefined',
  ]),
  plant('what was cancelled stays in the outbox', store, ['await outbox.delete(change.cancel);', '']),
  plant('a full disk counts as written', store, [
    'return refusal(failure);\n    }',
    'return success(head + rows.length);\n    }',
  ]),
  plant('a journal may have gaps', store, [
    'const seq = head + index + 1;',
    'const seq = head + index + (head > 20 ? 0 : 1);',
  ]),
  plant('entries are packed but not placed', pack, ['await database.outbox.bulkPut([...placed]);', '']),
  plant('the head of the chain is not kept', pack, [
    'headSeq: to, headHash: head',
    'headSeq: to, headHash: identity.headHash',
  ]),
  plant('the place in the chain is not kept', pack, ['await database.identities.put(next);', '']),
  plant(
    'parcels are kept after the places',
    pack,
    [parcelAdded, ''],
    ['  return next;', `  ${parcelAdded}\n  return next;`],
  ),
  plant('the outbox loses its order', pack, [".sortBy('createdAt')", ".sortBy('id')"]),
  plant('what is cancelled meanwhile is packed', pack, [
    'if (rows.some((row) => row === undefined || row.first !== undefined)) throw new CancelledMeanwhile();',
    '',
  ]),
  plant('places are one too low', pack, [
    'first: before + 1, last: before + more.length',
    'first: before, last: before + more.length - 1',
  ]),
  plant('a clock that goes back moves entries', outbox, [
    'Math.max(now, ...others.map((row) => row.createdAt + 1))',
    'now',
  ]),
  plant('an event that no server reads is sealed', pack, [
    'if (why !== undefined) aside.set(row.id, why);\n  return why === undefined ? events : undefined;',
    'return events;',
  ]),
  plant('what cannot leave keeps the rest from leaving', pack, [
    'if (more === undefined) continue;',
    'if (more === undefined) break;',
  ]),
  plant('what cannot leave is not told', pack, [
    'await database.outbox.update(id, { setAside });',
    'void setAside;',
  ]),
  plant('an entry leaves before the person agreed', outbox, [
    'return { id: base64url(randomBytes(12)), organisation, campaign, createdAt, ...locked };',
    'const row = { id: base64url(randomBytes(12)), organisation, campaign, createdAt, ...locked }; await database.outbox.put(row); return row;',
  ]),
  plant('parcels are dropped when they are sent', flush, [
    'const frames = await exchange(certificate.endpoint, load);',
    'await database.parcels.clear(); const frames = await exchange(certificate.endpoint, load);',
  ]),
  plant('the cursor moves after a timeout', flush, [
    "if (frames === undefined) return 'noNetwork';",
    "if (frames === undefined) { await database.outbox.toCollection().modify({ acknowledgedAt: 1 }); await database.parcels.toCollection().modify({ acknowledgedAt: 1 }); return 'empty'; }",
  ]),
  plant('the cursor moves with any answer', flush, [
    "if (frame.type === 'refusal') refusals.push(frame.refusal);",
    "await database.outbox.toCollection().modify({ acknowledgedAt: 1 }); await database.parcels.toCollection().modify({ acknowledgedAt: 1 }); if (frame.type === 'refusal') refusals.push(frame.refusal);",
  ]),
  plant(
    'what left once is not sent again',
    flush,
    ['database.outbox.filter(isUnconfirmed)', 'database.outbox.filter((row) => row.first === undefined)'],
    [
      'database.parcels.filter((row) => row.acknowledgedAt === undefined)',
      'database.parcels.filter(() => false)',
    ],
  ),
  plant('only the newest parcel is sent', flush, [
    'await send(database, card, [...past, ...waiting]);',
    'await send(database, card, [...past, ...waiting].slice(-1));',
  ]),
  plant('a receipt is not verified', 'src/lib/sync/receipt.ts', [
    'return isSigned ? receipt : undefined;',
    'return isSigned ? receipt : receipt;',
  ]),
  plant('a receipt covers what is not packed yet', acknowledge, [
    'row.last !== undefined && row.last <= upto',
    '(row.last ?? 0) <= upto',
  ]),
  plant('a receipt does not reach the outbox', acknowledge, [
    '.modify({ acknowledgedAt: receipt.serverTime });',
    '.count();',
  ]),
  plant('a receipt empties the parcels first', acknowledge, [
    '  const start = await chainStart(receipt, digest);',
    '  await database.outbox.toCollection().modify({ body: new Uint8Array(0) }); const start = await chainStart(receipt, digest);',
  ]),
  plant('a device with a twin begins no epoch', flush, [
    'if (isKnown || (isWhole && identity.acknowledged === first - 1)) {',
    'if (identity.epoch < 0) {',
  ]),
  plant('a new epoch tells once more what both hold', epoch, [
    '(row.last ?? 0) > identity.acknowledged',
    '(row.last ?? 0) > 0',
  ]),
  plant('a new epoch leaves out what was not received', epoch, [
    '.filter(({ body }) => body.length > 0)',
    '.filter(({ body }) => body.length < 0)',
  ]),
  plant('a wish to take back names its place in another epoch', 'src/lib/sync/local/placed-events.ts', [
    'if (target.epoch === epoch) return',
    'if (target.epoch <= epoch) return',
  ]),
  plant('a receipt of a restored server says nothing', acknowledge, [
    "if (receipt.serverEpoch < (identity.serverEpoch ?? 1)) return 'nothing';",
    "if (receipt.serverEpoch !== (identity.serverEpoch ?? 1)) return 'nothing';",
  ]),
  plant('what a restored server lacks does not wait again', acknowledge, [
    'if (isRestored) await uncover(database, parcels, identity, acknowledged);',
    '',
  ]),
  plant('the cursor never goes back', acknowledge, [
    'isRestored ? reached : Math.max(identity.acknowledged, reached)',
    'Math.max(identity.acknowledged, reached)',
  ]),
  plant('a server that was restored says it was not', 'src/lib/sync/server/receipt.ts', [
    'serverEpoch: row.server_epoch,',
    'serverEpoch: 1,',
  ]),
  plant('a server takes two histories for one', append, [
    'if (fork !== undefined) {',
    'if (fork !== undefined && fork.seq < 0) {',
  ]),
  plant('a server commits each statement by itself', 'src/lib/server/engine.ts', [
    'return commitsOf(database).do(work);',
    'return work(database as never);',
  ]),
  {
    name: 'the chain is not checked',
    files: [
      {
        file: 'src/lib/sync/server/ingest.ts',
        edits: [['if (content.from > writer.headSeq + 1) return', 'if (content.from > 1e9) return']],
      },
      {
        file: append,
        edits: [['if (before !== hex(previous))', 'if (from === 1 && before !== hex(previous))']],
      },
    ],
  },
  plant('a receipt says one too many', 'src/lib/sync/server/receipt.ts', [
    'const receipt = { organisation, device, epoch, upto, head,',
    'const receipt = { organisation, device, epoch, upto: upto + 1, head,',
  ]),
  plant('a server writes known events once more', append, [
    '.filter((row) => !bySeq.has(row.seq))',
    '.filter(() => true)',
  ]),
  plant('a server does not enrol', append, [
    'if (writer.isNew) await enrolInto(transaction, writer, now);',
    '',
  ]),
  plant('a server keeps no answers', append, [
    'body: texts[index] as string,',
    "body: event.type === 'response.given' ? null : (texts[index] as string),",
  ]),
  plant('a server turns events round', append, [
    'body: texts[index] as string,',
    'body: texts[events.length - 1 - index] as string,',
  ]),
  plant('a server forgets what it took', append, [
    "await transaction.insertInto('event').values(fresh).execute();",
    "await transaction.insertInto('event').values(fresh.slice(0, 9)).execute();",
  ]),
  plant('the staff see what was taken back', projection, [
    "if (event?.type === 'consent.withdrawn')",
    "if (event?.type === 'consent.withdrawn' && row.seq < 0)",
  ]),
  plant('the staff do not see what came', projection, [
    'if (share !== undefined && verdict !== undefined)',
    'if (share !== undefined && verdict !== undefined && row.seq < 15)',
  ]),
  plant(
    'content is used before all of it is here',
    install,
    ['if ((await missingChunks(database, manifest.chunks)).length > 0) return false;', ''],
    ['if (!brought.ok) return brought;', ''],
  ),
  plant('content is not verified', 'src/lib/content/verify.ts', [
    'if (hex(await digest(bytes)) !== entry.sha256)',
    "if (hex(await digest(bytes)) === '')",
  ]),
  plant('content that an attempt needs is thrown away', 'src/lib/content/local/revisions.ts', [
    ' && !needed.has(row.revision)',
    '',
  ]),
];

function plant(name: string, file: string, ...edits: (readonly [string, string])[]): Plant {
  return { name, files: [{ file, edits }] };
}
