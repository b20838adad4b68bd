/** 安全响应头: what helmet says of our pages, asked once at the start; every answer carries the same. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

/** `hsts` only where the site is always reached over TLS. */
export function securityHeaders(hsts: boolean): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  const response = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => {},
  } as unknown as ServerResponse
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: hsts,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  })({} as IncomingMessage, response, (error?: unknown) => {
    if (error) throw error
  })
  return headers
}
