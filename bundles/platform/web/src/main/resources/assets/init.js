// Optional behaviour only: every page is complete without it.
import { initAll, isSupported } from '/assets/govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported')
}
if (isSupported()) {
  initAll()
}
