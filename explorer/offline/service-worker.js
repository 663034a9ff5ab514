// Written beside the page when it is built; FILES and VERSION stand in its first lines then.
/* global FILES, VERSION */
const CACHE = `zest-explorer-${VERSION}`
const HERE = new URL('./', self.location.href).href

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(new URL(file, HERE), { cache: 'no-cache' }))))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith('zest-explorer-') && name !== CACHE).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(HERE)) return
  event.respondWith(caches.match(request, { ignoreSearch: true, cacheName: CACHE }).then((kept) => kept ?? fetch(request)))
})
