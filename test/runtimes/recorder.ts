// Keeps what the public functions return, so that runtimes can be compared.

/** A call of a public function by the exercise, and what it returned or threw. */
export interface Call {
  readonly name: string;
  readonly result: unknown;
}

export const calls: Call[] = [];

/** Every public name that was used, also by other public functions. */
export const used: Set<string> = new Set();

let depth = 0;

/** A public function or schema that keeps its uses; anything else as it is. */
export function recorded(name: string, value: unknown): unknown {
  if (value === undefined) throw new Error(`the package exports no ${name}`);
  if (!/^[a-z]/.test(name)) return value;
  if (typeof value === "function") return recordedFunction(name, value as (...given: unknown[]) => unknown);
  return new Proxy(value as object, {
    get: (schema, key) => {
      used.add(name);
      return Reflect.get(schema, key);
    },
  });
}

function recordedFunction(name: string, called: (...given: unknown[]) => unknown) {
  return (...given: unknown[]): unknown => {
    used.add(name);
    if (depth > 0) return called(...given);
    const call = { name, result: null as unknown };
    calls.push(call);
    depth++;
    try {
      const result = called(...given);
      if (result instanceof Promise) return keptLater(call, result);
      call.result = plain(result);
      return result;
    } catch (error) {
      call.result = plain(error);
      throw error;
    } finally {
      depth--;
    }
  };
}

async function keptLater(call: { result: unknown }, promise: Promise<unknown>): Promise<unknown> {
  try {
    const result = await promise;
    call.result = plain(result);
    return result;
  } catch (error) {
    call.result = plain(error);
    throw error;
  }
}

/** A copy that JSON keeps. What JSON has no word for becomes a text that begins with a bullet. */
export function plain(value: unknown): unknown {
  if (typeof value === "number") {
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : `• ${Object.is(value, -0) ? "-0" : value}`;
  }
  if (value === undefined || typeof value === "function" || typeof value === "symbol")
    return `• ${typeof value}`;
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) {
    const { name, message, code, path } = value as Error & { code?: unknown; path?: unknown };
    return plain({ name, message, code, path });
  }
  if ("_zod" in value) return "• schema";
  if (value instanceof Date) return `• ${value.toISOString()}`;
  if (Array.isArray(value)) return value.map(plain);
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint32Array, plain);
  if (value instanceof Map || value instanceof Set) return Array.from(value, plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
