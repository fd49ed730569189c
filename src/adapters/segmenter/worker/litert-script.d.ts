/** LiteRT's published script as a module (scripts/lib/litert-script.mjs). */
declare module 'virtual:litert-script' {
  /** Makes LiteRT's WebAssembly module; LiteRT itself calls it. */
  const factory: unknown;
  export default factory;
}
