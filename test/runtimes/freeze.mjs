// Freezes the language's own objects and the global object, as hardened environments do, before anything else is loaded.

const hidden = [
  async () => undefined,
  function* () {},
  async function* () {},
  [][Symbol.iterator](),
  new Map()[Symbol.iterator](),
  new Set()[Symbol.iterator](),
  ""[Symbol.iterator](),
  "".matchAll(/./g),
].map(Object.getPrototypeOf);

const NAMES =
  /^(?:[A-Z]\w*Error|Error|Object|Function|Array|ArrayBuffer|\w+Array|DataView|String|Number|Boolean|BigInt|Symbol|Date|RegExp|Map|Set|WeakMap|WeakSet|WeakRef|Promise|Proxy|Reflect|Math|JSON|Intl|Atomics)$/;

// One is left as it is: what is built in of @date-fns/utc gives its own class of dates methods by assignment, which a
// frozen prototype above it forbids. Node's --frozen-intrinsics, which allows such assignments, freezes it too.
const seen = new Set([Date.prototype]);

function freezeAll(value) {
  if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
  seen.add(value);
  Object.freeze(value);
  freezeAll(Object.getPrototypeOf(value));
  for (const property of Object.values(Object.getOwnPropertyDescriptors(value))) {
    freezeAll(property.value);
    freezeAll(property.get);
    freezeAll(property.set);
  }
}

for (const prototype of hidden) freezeAll(prototype);
for (const name of Object.getOwnPropertyNames(globalThis).filter((name) => NAMES.test(name))) {
  freezeAll(globalThis[name]);
}
Object.freeze(globalThis);
