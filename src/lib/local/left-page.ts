/**
 * Aborts what a page has begun in its databases when it is left and kept for the way back (`pagehide`, persisted), and begins
 * such a page anew when somebody comes back to it: nothing of it was written, and nothing was shown as written.
 * WebKit keeps these transactions open for as long as it keeps the page: the next page would wait for them for ever, since
 * closing the database waits, too. Other engines throw the kept page away (w3c/IndexedDB#381).
 * The browser's own functions are where every transaction begins: Dexie and idb-keyval begin some that no option of theirs shows.
 */
export function abortWhenLeft(page: EventTarget, reload: () => void): void {
  const begun = new Set<IDBTransaction>();
  let isLeft = false;
  let wasCut = false;
  const cut = (transaction: IDBTransaction): void => {
    try {
      transaction.abort();
      wasCut = true;
    } catch {
      // It has been committed: it ends without the page.
    }
  };
  const watch = (transaction: IDBTransaction): void => {
    if (isLeft) return cut(transaction);
    begun.add(transaction);
    for (const end of ['complete', 'abort'])
      transaction.addEventListener(end, () => begun.delete(transaction), { once: true });
  };
  watchTransactions(watch);
  page.addEventListener('pagehide', (event) => {
    if (!isKept(event)) return;
    isLeft = true;
    begun.forEach(cut);
  });
  page.addEventListener('pageshow', (event) => {
    if (!isKept(event)) return;
    isLeft = false;
    if (wasCut) reload();
  });
}

function watchTransactions(watch: (transaction: IDBTransaction) => void): void {
  const [database, factory] = [IDBDatabase.prototype, IDBFactory.prototype];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- given its own `this` below
  const { transaction } = database;
  database.transaction = function (...given) {
    const begun = transaction.apply(this, given);
    watch(begun);
    return begun;
  };
  // eslint-disable-next-line @typescript-eslint/unbound-method -- given its own `this` below
  const { open } = factory;
  factory.open = function (...given) {
    const request = open.apply(this, given);
    request.addEventListener('upgradeneeded', () => {
      if (request.transaction) watch(request.transaction);
    });
    return request;
  };
}

function isKept(event: Event): boolean {
  return 'persisted' in event && event.persisted === true;
}
