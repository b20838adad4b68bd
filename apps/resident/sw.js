/**
 * Offline shell (离线外壳): the app opens without a network, and what hangs on every notice board (services, places) can be
 * read again. Nothing personal is ever kept here. SHELL and VERSION are filled in by the build.
 */
/* global self, caches, fetch, location, URL */
const SHELL = ['/']
const VERSION = 'development'
const PUBLIC = /^\/api\/(places|indicators|figures|services(\/[\w-]+)?)$/

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(SHELL)))
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  const others = async () => {
    for (const name of await caches.keys()) if (name !== VERSION) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(others())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/staff')) return
  if (pathname.startsWith('/api/')) {
    if (PUBLIC.test(pathname)) event.respondWith(freshOrKept(request))
  } else if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match('/')))
  else if (pathname.startsWith('/assets/'))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})

async function freshOrKept(request) {
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await (await caches.open(VERSION)).put(request, fresh.clone())
    return fresh
  } catch (error) {
    const kept = await caches.match(request)
    if (kept) return kept
    throw error
  }
}
