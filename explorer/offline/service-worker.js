// Written beside the page when it is built; FILES and VERSION stand in its first lines then.
/* global FILES, VERSION */
const HERE = new URL('./', self.location.href).href
/** Several copies of the page may share an origin. */
const OURS = `zest-explorer ${HERE} `
const CACHE = OURS + VERSION

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(new URL(file, HERE), { cache: 'no-cache' })))),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

const kept = (request) => caches.match(request, { ignoreSearch: true, cacheName: CACHE })

/** The page itself from the network, as long as there is one: it names the files of its version, which never change and may come from here. */
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(HERE)) return
  event.respondWith(
    request.mode === 'navigate'
      ? fetch(request).catch(() => kept(HERE).then((page) => page ?? Response.error()))
      : kept(request).then((file) => file ?? fetch(request)),
  )
})
