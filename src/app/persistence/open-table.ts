import { promisifyRequest, type UseStore } from 'idb-keyval';

/**
 * How long one step of the database may take, in milliseconds. It never ends where another page holds the database in an
 * old form, or where the browser's own storage hangs: saving would wait for ever, and nobody would be told.
 */
const STEP_LIMIT = 20_000;

/** A database of this origin, and the one table in it. */
export type DatabaseTable = { readonly name: string; readonly table: string };

/**
 * The table in the database, opened when it is first used. A browser may close a database under the page (its data
 * was cleared, or it ran out of memory): it is opened anew then, and once more where a step fails. A step that does not
 * end in 20 s fails.
 */
export function openTable(place: DatabaseTable, onLost?: () => void): UseStore {
  const { table } = place;
  let opening: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    if (opening !== undefined) return opening;
    const current = openWithTable(place).then((database) => {
      const forget = (): void => {
        if (opening === current) opening = undefined;
      };
      // Opened after it was given up: another has been asked for since.
      if (opening !== current) database.close();
      database.onclose = () => {
        forget();
        onLost?.();
      };
      // Another page wants to delete it or to change its form: held, it would wait for ever.
      database.onversionchange = () => {
        database.close();
        forget();
      };
      return database;
    });
    opening = current;
    current.catch(() => {
      if (opening === current) opening = undefined;
    });
    return current;
  };
  const drop = (): void => {
    // Steps that run in it still end.
    opening?.then(
      (database) => database.close(),
      () => undefined,
    );
    opening = undefined;
  };
  return (mode, use) => {
    let isGivenUp = false;
    const run = async () => {
      const database = await open();
      // Done so late, it would write over what has been written since.
      if (isGivenUp) throw new Error('given up');
      return use(database.transaction(table, mode).objectStore(table));
    };
    const step = run().catch((cause: unknown) => {
      if (isGivenUp) throw cause;
      drop();
      return run();
    });
    return withinLimit(step, () => {
      isGivenUp = true;
      drop();
    });
  };
}

function withinLimit<Value>(step: Promise<Value>, giveUp: () => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      giveUp();
      reject(new Error(`the browser's storage has not answered for ${STEP_LIMIT / 1000} s`));
    }, STEP_LIMIT);
    step.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}

/** Opens the database; one without its table, as an upgrade that was cut short leaves it, is given one. */
async function openWithTable(place: DatabaseTable, version?: number): Promise<IDBDatabase> {
  const { name, table } = place;
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    const { result: database } = request;
    if (!database.objectStoreNames.contains(table)) database.createObjectStore(table);
  };
  const database = await promisifyRequest(request);
  if (database.objectStoreNames.contains(table)) return database;
  database.close();
  return openWithTable(place, database.version + 1);
}
