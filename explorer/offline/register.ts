/** Keeps the page for when there is no network. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  window.addEventListener('load', () => {
    navigator.serviceWorker.register(new URL('./service-worker.js', document.baseURI)).catch(() => {
      // Without one the page works as long as there is a network: nothing a reader needs to hear of.
    })
  })
}
