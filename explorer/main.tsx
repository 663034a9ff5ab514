import { effect } from '@preact/signals'
import { render } from 'preact'
import { App } from './app.tsx'
import { ExplorerContext } from './context.ts'
import { createEngine } from './engine/client.ts'
import { keepOffline } from './offline/register.ts'
import { checkNames } from './state/check.ts'
import { createStore } from './state/store.ts'

const store = createStore(window)
const engine = createEngine()
checkNames(store, engine)
const { dataset } = document.documentElement
if (window.self !== window.top) dataset.embedded = 'true'

effect(() => {
  dataset.theme = store.isDark.value ? 'dark' : 'light'
})
effect(() => {
  if (engine.isReady.value) dataset.ready = 'true'
  else delete dataset.ready
})

const page = document.getElementById('page')!
page.replaceChildren()
render(
  <ExplorerContext.Provider value={{ store, engine }}>
    <App />
  </ExplorerContext.Provider>,
  page,
)
keepOffline()
