/**
 * Stands in for zod in the browser. The contracts lend the pages their paths, methods and types; the server does the checking.
 * Every property and every call answers with the same nothing. (zod itself is 38 kB compressed, and probes for `eval`.)
 */
const nothing: object = new Proxy(function () {}, {
  get: (_target, name) => (name === 'then' ? undefined : nothing),
  apply: () => nothing,
})

export { nothing as z }
